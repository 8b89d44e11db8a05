package io.groupbatch.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

import io.groupbatch.sandbox.Directory.Account;
import io.groupbatch.sandbox.Directory.StoredGroup;
import org.jspecify.annotations.Nullable;

/**
 * What the portal's group actions do, in the order of portal contract 11. Safe for many
 * threads: one lock guards each in-memory change, and what comes out is a copy.
 */
final class Portal {

	private static final UUID NOBODY = new UUID(0, 0);

	private final ReentrantLock lock = new ReentrantLock();

	private final Directory directory;

	private final int groupsPerMember;

	private int lists;

	Portal(Directory directory, int groupsPerMember) {
		this.directory = directory;
		this.groupsPerMember = groupsPerMember;
	}

	/** A group with the profiles of its manager and its visible members. */
	record Shown(GroupView group, @Nullable Profile manager, List<Profile> members) {

	}

	/** One page of a list, and how many rows there are in all. */
	record Page<T>(List<T> rows, int total) {

	}

	/** Does something with the rows while nobody else does. */
	<T> T locked(Function<Directory, T> work) {
		this.lock.lock();
		try {
			return work.apply(this.directory);
		}
		finally {
			this.lock.unlock();
		}
	}

	Page<Shown> list(Person caller, GroupQuery query, int start, int size) {
		requireReader(caller);
		return locked((rows) -> {
			List<StoredGroup> found = query.run(rows, this.lists++);
			return new Page<>(found.stream().skip(start).limit(size).map((group) -> shown(group, false)).toList(),
					found.size());
		});
	}

	Shown get(Person caller, UUID id, boolean withMembers) {
		requireReader(caller);
		return locked((rows) -> shown(group(id), withMembers));
	}

	List<Profile.Membership> groupsOf(Person caller, UUID user) {
		requireReader(caller);
		return locked((rows) -> {
			Account account = rows.account(user);
			return (account != null) ? account.profile(Integer.MAX_VALUE).groups() : List.of();
		});
	}

	Shown create(Person caller, @Nullable String name, UUID manager, List<UUID> members) {
		requireWriter(caller);
		if (name == null) {
			throw Refusal.argumentNull("inDto.GroupName");
		}
		if (name.isBlank()) {
			throw Refusal.argument("The value cannot be an empty string or composed entirely of whitespace. "
					+ "(Parameter 'inDto.GroupName')");
		}
		return locked((rows) -> {
			boolean managed = !manager.equals(NOBODY);
			if (!members.stream().allMatch(this::isEligible) || (managed && !isEligible(manager))) {
				throw Refusal.argument("The user could not be found");
			}
			StoredGroup group = rows.addGroup(UUID.randomUUID(), name, false, false);
			rows.attachManager(group, rows.account(manager));
			attachAll(group, members);
			return shown(group, true);
		});
	}

	Shown update(Person caller, UUID id, @Nullable String name, UUID manager, List<UUID> add, List<UUID> remove) {
		return change(caller, id, (group) -> {
			if (name != null) {
				this.directory.rename(group, name);
			}
			this.directory.attachManager(group, this.directory.account(manager));
			attachAll(group, add);
			detachAll(group, remove);
			return group;
		});
	}

	void delete(Person caller, UUID id) {
		change(caller, id, (group) -> {
			this.directory.remove(group);
			return group;
		});
	}

	Shown move(Person caller, UUID from, UUID to) {
		return change(caller, from, (source) -> {
			StoredGroup target = group(to);
			source.visible().forEach((account) -> {
				this.directory.attach(target, account);
				this.directory.detach(source, account);
			});
			return target;
		});
	}

	Shown replace(Person caller, UUID id, @Nullable List<UUID> members) {
		if (members == null) {
			throw Refusal.argumentNull("source");
		}
		if (locked((rows) -> members.stream().noneMatch(this::isEligible))) {
			throw Refusal.argument("Members");
		}
		return change(caller, id, (group) -> {
			group.visible().forEach((account) -> this.directory.detach(group, account));
			attachAll(group, members);
			return group;
		});
	}

	Shown addMembers(Person caller, UUID id, @Nullable List<UUID> members) {
		return change(caller, id, (group) -> {
			if (members == null) {
				throw Refusal.nullReference();
			}
			attachAll(group, members);
			return group;
		});
	}

	Shown removeMembers(Person caller, UUID id, List<UUID> members) {
		return change(caller, id, (group) -> {
			detachAll(group, members);
			return group;
		});
	}

	/** Switches the manager, and asks for the permission too late (contract 9.3). */
	Shown setManager(Person caller, UUID id, UUID user) {
		return locked((rows) -> {
			StoredGroup group = group(id);
			Account account = rows.account(user);
			if (account == null) {
				throw Refusal.notFound("user");
			}
			if (account.person().isEligible()) {
				rows.switchManager(group, account);
				requireWriter(caller);
				rows.attach(group, account);
			}
			return shown(group, true);
		});
	}

	/** One page of the people who pass, with all their groups. */
	Page<Profile> people(Function<Directory, Predicate<Account>> filter, Comparator<Person> order, int start,
			int size) {
		return locked((rows) -> {
			List<Account> found = rows.accounts()
				.stream()
				.filter(filter.apply(rows))
				.sorted(Comparator.comparing(Account::person, order))
				.toList();
			return new Page<>(found.stream()
				.skip(start)
				.limit(size)
				.map((account) -> account.profile(Integer.MAX_VALUE))
				.toList(), found.size());
		});
	}

	/** The person found, with all groups, if the caller may see that person. */
	Profile person(Person caller, Function<Directory, @Nullable Account> lookup) {
		Profile profile = locked((rows) -> {
			Account account = lookup.apply(rows);
			if (account == null) {
				throw Refusal.notFound("user");
			}
			return account.profile(Integer.MAX_VALUE);
		});
		if (!caller.sees(profile.person())) {
			throw Refusal.accessDenied();
		}
		return profile;
	}

	private Shown change(Person caller, UUID id, Function<StoredGroup, StoredGroup> work) {
		requireWriter(caller);
		return locked((rows) -> shown(work.apply(group(id)), true));
	}

	private StoredGroup group(UUID id) {
		StoredGroup group = this.directory.group(id);
		if (group == null) {
			throw Refusal.notFound("group");
		}
		return group;
	}

	private Shown shown(StoredGroup group, boolean inFull) {
		Account manager = group.manager();
		Function<Account, Profile> profile = (account) -> account.profile(this.groupsPerMember);
		List<Profile> members = inFull ? group.visible().stream().map(profile).toList() : List.of();
		return new Shown(group.view(), (manager != null) ? profile.apply(manager) : null, members);
	}

	private boolean isEligible(UUID id) {
		Account account = this.directory.account(id);
		return account != null && account.person().isEligible();
	}

	private void attachAll(StoredGroup group, List<UUID> people) {
		people.forEach((id) -> this.directory.attach(group, this.directory.account(id)));
	}

	private void detachAll(StoredGroup group, List<UUID> people) {
		people.forEach((id) -> this.directory.detach(group, this.directory.account(id)));
	}

	private static void requireReader(Person caller) {
		if (!caller.role().readsGroups()) {
			throw Refusal.accessDenied();
		}
	}

	private static void requireWriter(Person caller) {
		if (!caller.role().isAdministrator()) {
			throw Refusal.accessDenied();
		}
	}

}
