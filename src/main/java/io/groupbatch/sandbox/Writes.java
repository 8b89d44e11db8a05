package io.groupbatch.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import io.groupbatch.sandbox.SandboxOptions.Server;
import io.groupbatch.sandbox.SandboxOptions.Version;
import org.jspecify.annotations.Nullable;

/**
 * What the portal's writes check and do, in the order of portal contract 11, and of 12
 * for an old server.
 */
final class Writes {

	private static final UUID NOBODY = new UUID(0, 0);

	private final Portal portal;

	private final Server server;

	Writes(Portal portal, Server server) {
		this.portal = portal;
		this.server = server;
	}

	/** What an update asks for. */
	record Wish(@Nullable String name, UUID manager, List<UUID> add, List<UUID> remove) {

	}

	Write create(Person caller, @Nullable String name, UUID manager, List<UUID> members) {
		requireWriter(caller);
		if (!isOld()) {
			requireName(name);
		}
		UUID id = UUID.randomUUID();
		return new Write(List.of(id), (work) -> {
			if (!isOld()) {
				requireEligible(work, manager.equals(NOBODY) ? members.stream()
						: Stream.concat(members.stream(), Stream.of(manager)));
			}
			List<Step> steps = new ArrayList<>();
			steps.add(Step.of(() -> work.create(id, storable(name))));
			if (!manager.equals(NOBODY)) {
				steps.add(Step.of(() -> work.manage(id, work.account(manager))));
			}
			steps.addAll(attaching(work, id, members));
			return steps;
		}, id);
	}

	/** Always saves the name, also one that is the same. */
	Write update(Person caller, UUID id, Wish wish) {
		return change(caller, id, (work) -> {
			List<Step> steps = new ArrayList<>();
			steps.add(Step
				.of(() -> work.rename(id, (wish.name() != null) ? storable(wish.name()) : work.group(id).name())));
			if (!wish.manager().equals(NOBODY)) {
				steps.add(Step.of(() -> work.manage(id, work.account(wish.manager()))));
			}
			steps.addAll(attaching(work, id, wish.add()));
			steps.addAll(detaching(work, id, wish.remove()));
			return steps;
		});
	}

	/** Leaves a system group as it is (portal contract 9.2). */
	Write delete(Person caller, UUID id) {
		requireWriter(caller);
		return new Write(List.of(id), (work) -> {
			StoredGroup group = work.group(id);
			Step emptying = Step.removing(() -> group.everybody().forEach((account) -> work.detach(id, account)));
			return group.isSystem() ? List.of() : List.of(emptying, Step.of(() -> work.remove(id)));
		}, null);
	}

	/** An old server copies. */
	Write move(Person caller, UUID from, UUID to) {
		requireWriter(caller);
		return new Write(Stream.of(from, to).distinct().toList(), (work) -> {
			List<Account> members = work.group(from).visible();
			work.group(to);
			List<Step> steps = new ArrayList<>();
			for (Account account : members) {
				steps.add(Step.of(() -> work.attach(to, account)));
				if (!isOld()) {
					steps.add(Step.removing(() -> work.detach(from, account)));
				}
			}
			return steps;
		}, to);
	}

	Write replace(Person caller, UUID id, @Nullable List<UUID> members) {
		if (members == null) {
			throw Refusal.argumentNull("source");
		}
		if (!isOld()
				&& this.portal.locked((rows) -> members.stream().map(rows::account).noneMatch(Writes::isEligible))) {
			throw Refusal.argument("Members");
		}
		return change(caller, id, (work) -> {
			List<Step> steps = new ArrayList<>();
			work.group(id).visible().forEach((account) -> steps.add(Step.removing(() -> work.detach(id, account))));
			steps.addAll(attaching(work, id, members));
			return steps;
		});
	}

	Write addMembers(Person caller, UUID id, @Nullable List<UUID> members) {
		return change(caller, id, (work) -> attaching(work, id, required(members)));
	}

	Write removeMembers(Person caller, UUID id, @Nullable List<UUID> members) {
		return change(caller, id, (work) -> {
			List<UUID> listed = (members != null || isOld()) ? required(members) : List.of();
			return detaching(work, id, listed);
		});
	}

	/** Switches the manager, and asks for the permission too late (contract 9.3). */
	Write setManager(Person caller, UUID id, UUID user) {
		return new Write(List.of(id), (work) -> {
			work.group(id);
			Account account = work.account(user);
			if (account == null) {
				throw Refusal.notFound("user");
			}
			return !isEligible(account) ? List.of()
					: List.of(Step.of(() -> work.switchManager(id, account)), Step.of(() -> {
						requireWriter(caller);
						work.attach(id, account);
					}));
		}, id);
	}

	private Write change(Person caller, UUID id, Function<Work, List<Step>> steps) {
		requireWriter(caller);
		return new Write(List.of(id), (work) -> {
			work.group(id);
			return steps.apply(work);
		}, id);
	}

	private boolean isOld() {
		return this.server.version() == Version.V3_6;
	}

	/**
	 * The name, if the database can store it: it is there, and narrow where it must be.
	 */
	private String storable(@Nullable String name) {
		boolean wide = name != null && name.codePoints().anyMatch(Character::isSupplementaryCodePoint);
		if (name == null || (wide && this.server.narrowNames())) {
			throw Refusal.notSaved();
		}
		return name;
	}

	private static void requireName(@Nullable String name) {
		if (name == null) {
			throw Refusal.argumentNull("inDto.GroupName");
		}
		if (name.isBlank()) {
			throw Refusal.argument("The value cannot be an empty string or composed entirely of whitespace. "
					+ "(Parameter 'inDto.GroupName')");
		}
	}

	private static List<UUID> required(@Nullable List<UUID> members) {
		if (members == null) {
			throw Refusal.nullReference();
		}
		return members;
	}

	private static List<Step> attaching(Work work, UUID group, List<UUID> people) {
		return people.stream().map((id) -> Step.of(() -> work.attach(group, work.account(id)))).toList();
	}

	private static List<Step> detaching(Work work, UUID group, List<UUID> people) {
		return people.stream().map((id) -> Step.removing(() -> work.detach(group, work.account(id)))).toList();
	}

	private static void requireEligible(Work work, Stream<UUID> people) {
		if (!people.map(work::account).allMatch(Writes::isEligible)) {
			throw Refusal.argument("The user could not be found");
		}
	}

	private static boolean isEligible(@Nullable Account account) {
		return account != null && account.person().isEligible();
	}

	private static void requireWriter(Person caller) {
		if (!caller.role().isAdministrator()) {
			throw Refusal.accessDenied();
		}
	}

}
