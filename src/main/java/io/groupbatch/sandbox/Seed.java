package io.groupbatch.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Person.Role;
import io.groupbatch.sandbox.state.Person.Status;
import io.groupbatch.sandbox.state.PortalData;
import io.groupbatch.sandbox.state.StoredGroup;
import io.groupbatch.sandbox.state.StoredPerson;

/**
 * Who and what is in a portal at the start. The same seed makes the same portal, ids
 * included. The owner and the five system groups are always there.
 *
 * @param number chooses the generated people's names and the generated groups' members
 * @param people how many people to generate
 * @param groups how many groups to generate, "Group 00001" and on, with five members each
 * @param demoData whether to add the people and groups that the examples name
 */
public record Seed(long number, int people, int groups, boolean demoData) {

	private static final int MEMBERS = 5;

	/** The portal of the first run: the people and groups of the examples, 300 others. */
	public static Seed demo() {
		return new Seed(1, 300, 0, true);
	}

	/** Only the owner, and no group. */
	public static Seed empty() {
		return new Seed(1, 0, 0, false);
	}

	/** So many generated people and groups, and nothing that the examples name. */
	public static Seed of(int people, int groups) {
		return new Seed(1, people, groups, false);
	}

	/** Adds everyone and everything to a portal that is empty. */
	void fill(PortalData directory) {
		directory.add(Person.OWNER);
		if (this.demoData) {
			DemoData.addTo(directory);
		}
		Random random = new Random(this.number);
		for (int index = 1; index <= this.people; index++) {
			directory.add(generated(directory, random, index));
		}
		List<StoredPerson> eligible = directory.eligible();
		for (int index = 1; index <= this.groups; index++) {
			addGroup(directory, eligible, random, String.format(Locale.ROOT, "Group %05d", index));
		}
	}

	private static Person generated(PortalData directory, Random random, int index) {
		NameGenerator.Name first = NameGenerator.first(random);
		NameGenerator.Name last = NameGenerator.last(random);
		String local = first.latin() + "." + last.latin();
		String email = local + "@sandbox.example";
		for (int again = 2; directory.accountByEmail(email) != null; again++) {
			email = local + again + "@sandbox.example";
		}
		Status status = (index % 25 == 9) ? Status.DISABLED : (index % 30 == 11) ? Status.INVITED : Status.ACTIVE;
		boolean nameless = status == Status.INVITED;
		return Person.of(nameless ? "" : first.written(), nameless ? "" : last.written(), email)
			.with(status)
			.with(role(index));
	}

	private static Role role(int index) {
		if (index % 75 == 1) {
			return Role.DOCSPACE_ADMIN;
		}
		if (index % 20 == 2) {
			return Role.ROOM_ADMIN;
		}
		return (index % 15 == 3) ? Role.GUEST : Role.USER;
	}

	private static void addGroup(PortalData directory, List<StoredPerson> eligible, Random random, String name) {
		UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
		StoredGroup group = directory.addGroup(id, name, false, false);
		for (int member = 0; member < MEMBERS; member++) {
			StoredPerson account = eligible.get(random.nextInt(eligible.size()));
			if (member == 0) {
				directory.attachManager(group, account);
			}
			directory.attach(group, account);
		}
	}

}
