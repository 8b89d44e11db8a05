package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever rows a file has: when all of them were imported, the portal is as the file
 * says. The rows come from a random number generator with fixed seeds; most files are
 * such that no row contradicts another.
 */
class VerifyPropertyIT {

	private static final int FILES = Integer.getInteger("groupbatch.seeds", 8);

	private static final int FIRST = Integer.getInteger("groupbatch.seed", 1);

	private static final List<String> PEOPLE = List.of("anna.muster", "ben.okafor", "carla.rossi", "david.kim",
			"elif.yilmaz", "frank.moore", "ivan.invited");

	@TempDir
	private Path folder;

	@Test
	void whatWasImportedWholeHolds() throws IOException {
		int clean = 0;
		for (int seed = FIRST; seed < FIRST + FILES; seed++) {
			try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
				Path file = Files.write(this.folder.resolve(seed + ".csv"), new Script(sandbox, seed).rows());
				Program program = new Program(this.folder.resolve("program" + seed), sandbox.url(), sandbox.apiKey());
				Result imported = program.importing(file, "--max-removals", "100%", "--max-deletes", "100%");
				assertThat(imported.exit()).as(imported.err()).isIn(0, 1, 65);
				if (imported.exit() == 0) {
					clean++;
					Result verified = program.run("verify", file.toString(), "--output",
							this.folder.resolve("verified" + seed).toString());
					assertThat(verified.exit())
						.as("seed %d%n%s%n%s%n%s", seed, Files.readString(file), verified.out(), verified.err())
						.isZero();
				}
			}
		}
		assertThat(clean).as("files that were imported whole").isGreaterThanOrEqualTo(FILES / 3);
	}

	/** Rows that fit to one another, as far as a simple view of groups and names goes. */
	private static final class Script {

		private final Random random;

		private final List<Team> teams = new ArrayList<>();

		private final List<String> rows = new ArrayList<>();

		private int names;

		Script(Sandbox sandbox, int seed) {
			this.random = new Random(seed);
			for (String name : List.of("Sales", "Support", "Engineering")) {
				GroupView group = sandbox.groups(name).get(0);
				this.teams.add(new Team(group.id(), name));
			}
		}

		List<String> rows() {
			this.rows.add("operation,groupId,groupName,newGroupName,groupManager,members,targetGroup");
			int most = 3 + this.random.nextInt(9);
			for (int i = 0; i < most; i++) {
				row(this.teams.get(this.random.nextInt(this.teams.size())));
			}
			return this.rows;
		}

		private void row(Team team) {
			switch (this.random.nextInt(12)) {
				case 0 -> {
					Team made = new Team(null, "New " + this.names++);
					this.rows.add("create,," + made.name + ",,,%s,".formatted(people(2)));
					this.teams.add(made);
				}
				case 1 -> {
					String name = freeName();
					add("update", team, name, "", "");
					team.name = name;
					team.closed |= team.set;
				}
				case 2, 3 -> {
					add("update", team, "", people(1), "");
					team.closed |= team.set;
				}
				case 4, 5 -> change("add-members", team);
				case 6 -> change("remove-members", team);
				case 7 -> change("upsert", team);
				case 8, 9 -> {
					if (!team.closed) {
						boolean managed = !team.set && this.random.nextInt(4) == 0;
						add("set-members", team, "", managed ? people(1) : "", people(2));
						team.set = true;
					}
				}
				case 10 -> move(team);
				default -> {
					if (this.teams.size() > 2 && this.random.nextBoolean()) {
						add("delete", team, "", "", "");
						this.teams.remove(team);
					}
					else {
						add("get", team, "", "", "");
					}
				}
			}
		}

		/** A name that was given up may be given again. */
		private String freeName() {
			List<String> free = new ArrayList<>(List.of("Sales", "Support", "Red", "New " + this.names++));
			this.teams.forEach((team) -> free.remove(team.name));
			return free.get(this.random.nextInt(free.size()));
		}

		private void change(String operation, Team team) {
			add(operation, team, "", "", people(2));
			team.closed |= team.set;
		}

		private void move(Team team) {
			Team other = this.teams.get(this.random.nextInt(this.teams.size()));
			if (other != team) {
				boolean byId = other.id != null && this.random.nextBoolean();
				String row = call("move-members", team) + ",,,," + (byId ? String.valueOf(other.id) : other.name);
				this.rows.add(row);
				team.closed |= team.set;
				other.closed |= other.set;
			}
		}

		private void add(String operation, Team team, String newName, String manager, String members) {
			this.rows.add(String.join(",", call(operation, team), newName, manager, members, ""));
		}

		private String call(String operation, Team team) {
			boolean byId = team.id != null && this.random.nextBoolean();
			return operation + (byId ? "," + team.id + "," : ",," + team.name);
		}

		private String people(int most) {
			return IntStream.range(0, 1 + this.random.nextInt(most))
				.mapToObj((i) -> PEOPLE.get(this.random.nextInt(PEOPLE.size())) + "@sandbox.example")
				.collect(Collectors.joining(";"));
		}

	}

	/** A group at a point of the file. */
	private static final class Team {

		private final @Nullable UUID id;

		private String name;

		private boolean set;

		private boolean closed;

		Team(@Nullable UUID id, String name) {
			this.id = id;
			this.name = name;
		}

	}

}
