package io.groupbatch.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Person.Role;
import io.groupbatch.sandbox.state.Person.Status;
import io.groupbatch.sandbox.state.PortalData;
import io.groupbatch.sandbox.state.StoredGroup;
import io.groupbatch.sandbox.state.StoredPerson;
import org.jspecify.annotations.Nullable;

/** The people and groups that examples and tests name. */
final class DemoData {

	private static final List<String> USERS = List.of("Anna Muster", "Ben Okafor", "Carla Rossi", "David Kim",
			"Elif Yilmaz", "Frank Moore");

	private DemoData() {
	}

	static void addTo(PortalData rows) {
		USERS.forEach((name) -> rows.add(person(name)));
		rows.add(person("Ada Admin").with(Role.DOCSPACE_ADMIN));
		rows.add(person("Rosa Rooms").with(Role.ROOM_ADMIN));
		rows.add(person("Gina Guest").with(Role.GUEST));
		rows.add(person("Dora Disabled").with(Status.DISABLED));
		rows.add(person("Ivan Invited").with(Status.INVITED));
		group(rows, "Sales", 1, "anna.muster", "ben.okafor", "carla.rossi");
		group(rows, "Support", 1, "carla.rossi", "david.kim", "elif.yilmaz", "ivan.invited");
		group(rows, "Engineering", 1, "david.kim", "frank.moore");
		group(rows, "Old Hands", 1, "frank.moore", "anna.muster", "dora.disabled");
		group(rows, "Twins", 1, "ben.okafor");
		group(rows, "Twins", 2, "elif.yilmaz", "ben.okafor");
		group(rows, "Directory Sync", 1, "ada.admin", "david.kim");
	}

	private static Person person(String name) {
		String[] parts = name.split(" ", 2);
		return Person.of(parts[0], parts[1], name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@sandbox.example");
	}

	/** Adds a group whose manager is the first of the members. */
	private static void group(PortalData rows, String name, int number, String... userNames) {
		UUID id = UUID.nameUUIDFromBytes((name + number).getBytes(StandardCharsets.UTF_8));
		StoredGroup group = rows.addGroup(id, name, name.equals("Directory Sync"), false);
		rows.attachManager(group, rows.accountByUserName(userNames[0]));
		for (String userName : userNames) {
			@Nullable StoredPerson account = rows.accountByUserName(userName);
			if (account != null) {
				rows.addMember(group, account);
			}
		}
	}

}
