package io.groupbatch.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A file of chains: each group is made, filled, renamed, emptied, perhaps deleted and
 * made again. The rows of a chain keep their order; the chains are shuffled together.
 */
final class TortureFile {

	private final Random random;

	private final List<String> people;

	TortureFile(Random random, List<String> people) {
		this.random = random;
		this.people = List.copyOf(people);
	}

	Path write(Path file, int chains) throws IOException {
		List<Deque<String>> open = new ArrayList<>();
		for (int chain = 0; chain < chains; chain++) {
			open.add(chain("Team %d".formatted(chain)));
		}
		List<String> lines = new ArrayList<>(
				List.of("operation,groupName,newGroupName,groupManager,members,targetGroup"));
		while (!open.isEmpty()) {
			int next = this.random.nextInt(open.size());
			lines.add(open.get(next).remove());
			if (open.get(next).isEmpty()) {
				open.remove(next);
			}
		}
		return Files.write(file, lines);
	}

	private Deque<String> chain(String start) {
		Deque<String> rows = new ArrayDeque<>();
		String name = start;
		List<String> members = new ArrayList<>(some(5));
		String manager = this.random.nextBoolean() ? one(List.of()) : "";
		rows.add(row("create", name, "", manager, members));
		boolean set = false;
		int steps = 2 + this.random.nextInt(8);
		for (int step = 0; step < steps; step++) {
			switch (this.random.nextInt(9)) {
				case 0, 1 -> rows.add(row("add-members", name, "", "", some(4)));
				case 2 -> {
					String keep = manager;
					List<String> out = some(3).stream().filter((person) -> !person.equals(keep)).toList();
					if (!out.isEmpty()) {
						rows.add(row("remove-members", name, "", "", out));
					}
				}
				case 3 -> {
					String next = start + " v" + step;
					rows.add(row("update", name, next, "", List.of()));
					name = next;
				}
				case 4 -> {
					manager = one(List.of(manager));
					rows.add(row("update", name, "", manager, List.of()));
				}
				case 5 -> {
					// A second one would contradict the rows between.
					if (!set) {
						set = true;
						rows.add(row("set-members", name, "", "", some(6)));
						rows.add(row("set-members", name, "", "", some(2)));
					}
				}
				case 6 -> {
					String target = start + " into " + step;
					rows.add(row("create", target, "", "", some(2)));
					rows.add(row("move-members", name, "", "", List.of()) + target);
					rows.add(row("add-members", target, "", "", some(2)));
					manager = "";
				}
				case 7 -> rows.add(row("upsert", name, "", "", some(3)));
				default -> rows.add(row("get", name, "", "", List.of()));
			}
		}
		if (this.random.nextInt(3) == 0) {
			rows.add(row("delete", name, "", "", List.of()));
			if (this.random.nextBoolean()) {
				rows.add(row("create", name, "", "", some(3)));
			}
		}
		return rows;
	}

	private List<String> some(int most) {
		List<String> shuffled = new ArrayList<>(this.people);
		Collections.shuffle(shuffled, this.random);
		return shuffled.subList(0, 1 + this.random.nextInt(most));
	}

	private String one(List<String> but) {
		List<String> others = this.people.stream().filter((person) -> !but.contains(person)).toList();
		return others.get(this.random.nextInt(others.size()));
	}

	private static String row(String operation, String name, String newName, String manager, List<String> members) {
		return String.join(",", operation, name, newName, manager, members.stream().collect(Collectors.joining(";")),
				"");
	}

}
