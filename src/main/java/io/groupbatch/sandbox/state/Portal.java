package io.groupbatch.sandbox.state;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import io.groupbatch.sandbox.protocol.ApiException;

import org.jspecify.annotations.Nullable;

/**
 * What the portal's reads show, in the order of portal contract 11. Safe for many
 * threads: one lock guards the rows, and what comes out is a copy.
 */
public final class Portal {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition pausesChecked = this.lock.newCondition();

	private final PortalData directory;

	private final int groupsPerMember;

	private int lists;

	public Portal(PortalData directory, int groupsPerMember) {
		this.directory = directory;
		this.groupsPerMember = groupsPerMember;
	}

	/** A group with the profiles of its manager and its visible members. */
	public record Shown(GroupView group, @Nullable Profile manager, List<Profile> members) {

	}

	/** One page of a list, and how many rows there are in all. */
	public record Page<T>(List<T> rows, int total) {

	}

	/** Does something with the rows while no other thread does. */
	public <T> T locked(Function<PortalData, T> work) {
		try {
			return work.apply(lock());
		}
		finally {
			unlock();
		}
	}

	/** Locks the rows, until the same thread unlocks them. */
	public PortalData lock() {
		this.lock.lock();
		return this.directory;
	}

	public void unlock() {
		this.lock.unlock();
	}

	/** Leaves the rows to others until that moment, or until it is over before. */
	public void pauseUntil(long nanoTime, BooleanSupplier over) throws InterruptedException {
		long left = nanoTime - System.nanoTime();
		while (left > 0 && !over.getAsBoolean()) {
			left = this.pausesChecked.awaitNanos(left);
		}
	}

	/** Lets every paused write check again whether its pause is over. */
	public void signalAll() {
		this.pausesChecked.signalAll();
	}

	/**
	 * One page of the groups.
	 * @param age how old their managers and members are; the list itself is always new
	 */
	public Page<Shown> list(Person caller, GroupQuery query, int start, int size, Duration age) {
		requireReader(caller);
		return locked((rows) -> {
			List<StoredGroup> found = query.run(rows, this.lists++);
			return new Page<>(found.stream()
				.skip(start)
				.limit(size)
				.map((group) -> shown(rows.staleReads().listed(group, age), false))
				.toList(), found.size());
		});
	}

	/** One group, as it was so long ago. */
	public Shown get(Person caller, UUID id, boolean withMembers, Duration age) {
		requireReader(caller);
		return locked((rows) -> {
			StoredGroup group = rows.staleReads().seen(id, rows.group(id), age);
			if (group == null) {
				throw ApiException.notFound("group");
			}
			return shown(group, withMembers);
		});
	}

	/** A person's groups, as they were so long ago. */
	public List<Profile.Membership> groupsOf(Person caller, UUID user, Duration age) {
		requireReader(caller);
		return locked((rows) -> {
			StoredPerson account = rows.account(user);
			if (account == null) {
				return List.of();
			}
			List<StoredGroup> groups = rows.staleReads().seen(account, account.groups(), age);
			groups.forEach(rows::requireOneManager);
			return groups.stream()
				.map(StoredGroup::summary)
				.sorted(Comparator.comparing(Profile.Membership::name))
				.toList();
		});
	}

	/** One page of the people who pass, with all their groups. */
	public Page<Profile> people(Function<PortalData, Predicate<StoredPerson>> filter, Comparator<Person> order,
			int start, int size) {
		return locked((rows) -> {
			List<StoredPerson> found = rows.accounts()
				.stream()
				.filter(filter.apply(rows))
				.sorted(Comparator.comparing(StoredPerson::person, order))
				.toList();
			return new Page<>(found.stream()
				.skip(start)
				.limit(size)
				.map((account) -> rows.profile(account, Integer.MAX_VALUE))
				.toList(), found.size());
		});
	}

	/** The person found, with all groups, if the caller may see that person. */
	public Profile person(Person caller, Function<PortalData, @Nullable StoredPerson> lookup) {
		Profile profile = locked((rows) -> {
			StoredPerson account = lookup.apply(rows);
			if (account == null) {
				throw ApiException.notFound("user");
			}
			return rows.profile(account, Integer.MAX_VALUE);
		});
		if (!caller.sees(profile.person())) {
			throw ApiException.accessDenied();
		}
		return profile;
	}

	/** A group as the answer to a read or a write shows it; while the rows are locked. */
	public Shown shown(StoredGroup group, boolean inFull) {
		this.directory.requireOneManager(group);
		StoredPerson manager = group.manager();
		Function<StoredPerson, Profile> profile = (account) -> this.directory.profile(account, this.groupsPerMember);
		List<Profile> members = inFull ? group.visibleMembers().stream().map(profile).toList() : List.of();
		return new Shown(group.view(), (manager != null) ? profile.apply(manager) : null, members);
	}

	private static void requireReader(Person caller) {
		if (!caller.role().readsGroups()) {
			throw ApiException.accessDenied();
		}
	}

}
