package io.groupbatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes the rows of a file by chance, so that most of them can be done at their place:
 * what they mean is asked of the model as soon as a row is added.
 */
final class ModelFile {

	private static final List<String> NAMES = List.of("Sales", "Support", "Engineering", "Old Hands", "Red", "Green",
			"Blue", "Violet dark", "Größe");

	private static final List<String> TWINS = List.of("Twins", "Directory Sync");

	private static final List<String> OPERATIONS = List.of("create", "create", "create", "upsert", "upsert", "upsert",
			"get", "update", "update", "update", "delete", "add-members", "add-members", "add-members",
			"remove-members", "remove-members", "set-members", "set-members", "move-members", "move-members");

	private final Random random;

	private final ModelRun.Options options;

	private final boolean wrong;

	/**
	 * Makes rows.
	 * @param wrong whether some of them are wrong on purpose
	 */
	ModelFile(Random random, ModelRun.Options options, boolean wrong) {
		this.random = random;
		this.options = options;
		this.wrong = wrong;
	}

	/** Adds so many rows to those that are there, for a portal that is like this. */
	List<ModelRow> rows(ModelPortal start, List<ModelRow> first, int count) {
		List<ModelRow> rows = new ArrayList<>(first);
		ModelPortal end = ModelRun.play(start, rows, this.options).end();
		for (int tries = 0; rows.size() < first.size() + count && tries < 40 * count; tries++) {
			rows.add(row(start, end, rows));
			ModelRun.Played played = ModelRun.play(start, rows, this.options);
			if (!played.open() && isWelcome(played)) {
				end = played.end();
			}
			else {
				rows.remove(rows.size() - 1);
			}
		}
		return rows;
	}

	/** The same rows without those of which the model does not know what becomes. */
	List<ModelRow> sure(ModelPortal start, List<ModelRow> given) {
		List<ModelRow> rows = new ArrayList<>();
		for (ModelRow row : given) {
			rows.add(row);
			ModelRun.Played played = ModelRun.play(start, rows, this.options);
			if (played.open() || (!this.wrong && !played.isClean())) {
				rows.remove(rows.size() - 1);
			}
		}
		return rows;
	}

	private boolean isWelcome(ModelRun.Played played) {
		if (this.wrong) {
			boolean last = played.verdicts().get(played.verdicts().size() - 1).isWrong();
			return !last || this.random.nextInt(4) == 0;
		}
		return played.isClean();
	}

	private ModelRow row(ModelPortal start, ModelPortal now, List<ModelRow> rows) {
		String operation = any(OPERATIONS);
		if (!rows.isEmpty() && this.random.nextInt(3) == 0) {
			ModelRow last = rows.get(rows.size() - 1);
			if (last.is("set-members")) {
				return new ModelRow(last.operation(), last.id(),
						last.newName().isEmpty() ? last.name() : last.newName(), "", "", people(3, false), "");
			}
		}
		boolean byId = this.random.nextInt(6) == 0 && !operation.equals("create");
		String id = byId ? id(start) : "";
		String name = byId ? "" : name(now, operation);
		boolean mayRename = !List.of("create", "get", "delete", "move-members").contains(operation);
		String newName = "";
		if (mayRename && this.random.nextInt(operation.equals("update") ? 2 : 9) == 0) {
			newName = any(NAMES);
		}
		boolean mayManage = !List.of("get", "delete", "move-members").contains(operation);
		String manager = (mayManage && this.random.nextInt(4) == 0) ? person(false) : "";
		if (operation.equals("update") && newName.isEmpty() && manager.isEmpty()) {
			manager = person(false);
		}
		if (byId && !newName.isEmpty() && operation.equals("update") && this.random.nextBoolean()) {
			name = newName;
			newName = "";
		}
		return new ModelRow(operation, id, name, newName, manager, members(operation),
				operation.equals("move-members") ? target(start, now) : "");
	}

	private List<String> members(String operation) {
		boolean needs = operation.endsWith("-members") && !operation.startsWith("move");
		boolean mayHave = needs || operation.equals("create") || operation.equals("upsert");
		if (operation.equals("set-members") && this.random.nextInt(6) == 0) {
			return List.of("-");
		}
		return mayHave ? people((needs ? 1 : 0) + this.random.nextInt(4), operation.equals("remove-members"))
				: List.of();
	}

	private List<String> people(int count, boolean removed) {
		return IntStream.range(0, count).mapToObj((i) -> person(removed)).distinct().toList();
	}

	private String person(boolean removed) {
		if (this.wrong && this.random.nextInt(16) == 0) {
			return any(List.of(ModelRun.GUEST, ModelRun.DISABLED, ModelRun.NOBODY));
		}
		return (removed && this.random.nextInt(8) == 0) ? ModelRun.DISABLED : any(ModelRun.PEOPLE);
	}

	private String name(ModelPortal now, String operation) {
		boolean makes = operation.equals("create") || operation.equals("upsert");
		if (this.random.nextInt(12) == 0) {
			return any(TWINS);
		}
		if (makes || this.random.nextInt(6) == 0) {
			return any(NAMES);
		}
		List<String> names = now.groups().map((group) -> group.name).toList();
		return names.isEmpty() ? any(NAMES) : any(names);
	}

	private String target(ModelPortal start, ModelPortal now) {
		return (this.random.nextInt(5) == 0) ? id(start) : name(now, "move-members");
	}

	/** The id of a group that the portal has had, or of one that it has not. */
	private String id(ModelPortal start) {
		List<String> ids = start.groups().map((group) -> group.id).toList();
		return (ids.isEmpty() || this.random.nextInt(15) == 0) ? "12345678-1234-4321-8765-123456789012" : any(ids);
	}

	private <T> T any(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
