package io.groupbatch.sandbox.write;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.groupbatch.sandbox.http.Exchange;
import io.groupbatch.sandbox.log.RequestLog;
import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.protocol.ServerVersion;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Portal;
import io.groupbatch.sandbox.state.Portal.Shown;
import io.groupbatch.sandbox.state.PortalData;
import io.groupbatch.sandbox.state.StoredGroup;
import io.groupbatch.sandbox.state.StoredPerson;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the portal's writes: what each checks and does, in the order of portal
 * contract 11, and of 12 for an old server. Each shows the group that its answer shows.
 */
public final class GroupWriter {

	private static final UUID NO_USER = new UUID(0, 0);

	private final Portal portal;

	private final RequestLog traffic;

	/** The writes that are under way; guarded by the lock of the rows. */
	private final List<WriteTransaction> running = new ArrayList<>();

	private final boolean old;

	private final boolean narrowNames;

	private final Duration usual;

	public GroupWriter(Portal portal, RequestLog traffic, ServerVersion version, boolean narrowNames, Duration usual) {
		this.portal = portal;
		this.traffic = traffic;
		this.old = version == ServerVersion.V3_6;
		this.narrowNames = narrowNames;
		this.usual = usual;
	}

	/** What an update asks for. */
	public record Update(@Nullable String name, UUID manager, List<UUID> add, List<UUID> remove) {

	}

	/**
	 * Creates a group (portal contract 1.4).
	 * @param manager the zero id for none
	 */
	public Shown create(Exchange exchange, Person caller, @Nullable String name, UUID manager, List<UUID> members)
			throws InterruptedException {
		requireWriter(caller);
		if (!this.old) {
			requireName(name);
		}
		UUID id = UUID.randomUUID();
		return carryOut(exchange, List.of(id), id, (write) -> {
			if (!this.old) {
				requireEligible(write, manager.equals(NO_USER) ? members.stream()
						: Stream.concat(members.stream(), Stream.of(manager)));
			}
			write.step(() -> write.create(id, storable(name)));
			addSetManager(write, id, manager);
			addAttach(write, id, members);
		});
	}

	/** Always saves the name, also one that is the same. */
	public Shown update(Exchange exchange, Person caller, UUID id, Update update) throws InterruptedException {
		return change(exchange, caller, id, (write) -> {
			write.step(
					() -> write.rename(id, (update.name() != null) ? storable(update.name()) : write.group(id).name()));
			addSetManager(write, id, update.manager());
			addAttach(write, id, update.add());
			addDetach(write, id, update.remove());
		});
	}

	/** Leaves a system group as it is (portal contract 9.2). */
	public void delete(Exchange exchange, Person caller, UUID id) throws InterruptedException {
		requireWriter(caller);
		carryOut(exchange, List.of(id), (write) -> {
			StoredGroup group = write.group(id);
			if (!group.isSystem()) {
				write.removal(() -> group.allMembers().forEach((account) -> write.detach(id, account)));
				write.step(() -> write.remove(id));
			}
		}, (write) -> id);
	}

	/** An old server copies. */
	public Shown move(Exchange exchange, Person caller, UUID from, UUID to) throws InterruptedException {
		requireWriter(caller);
		return carryOut(exchange, Stream.of(from, to).distinct().toList(), to, (write) -> {
			List<StoredPerson> members = write.group(from).visibleMembers();
			write.group(to);
			for (StoredPerson account : members) {
				write.step(() -> write.attach(to, account));
				if (!this.old) {
					write.removal(() -> write.detach(from, account));
				}
			}
		});
	}

	/**
	 * Replaces the members (portal contract 1.8).
	 * @param members null if the body has none
	 */
	public Shown replace(Exchange exchange, Person caller, UUID id, @Nullable List<UUID> members)
			throws InterruptedException {
		if (members == null) {
			throw ApiException.argumentNull("source");
		}
		if (!this.old && this.portal
			.locked((rows) -> members.stream().map(rows::account).noneMatch(GroupWriter::isEligible))) {
			throw ApiException.argument("Members");
		}
		return change(exchange, caller, id, (write) -> {
			write.group(id).visibleMembers().forEach((account) -> write.removal(() -> write.detach(id, account)));
			addAttach(write, id, members);
		});
	}

	/**
	 * Adds members (portal contract 1.9).
	 * @param members null if the body has none
	 */
	public Shown addMembers(Exchange exchange, Person caller, UUID id, @Nullable List<UUID> members)
			throws InterruptedException {
		return change(exchange, caller, id, (write) -> addAttach(write, id, required(members)));
	}

	/**
	 * Removes members (portal contract 1.10).
	 * @param members null if the body has none
	 */
	public Shown removeMembers(Exchange exchange, Person caller, UUID id, @Nullable List<UUID> members)
			throws InterruptedException {
		return change(exchange, caller, id,
				(write) -> addDetach(write, id, (members != null || this.old) ? required(members) : List.of()));
	}

	/** Switches the manager, and asks for the permission too late (contract 9.3). */
	public Shown setManager(Exchange exchange, Person caller, UUID id, UUID user) throws InterruptedException {
		return carryOut(exchange, List.of(id), id, (write) -> {
			write.group(id);
			StoredPerson account = write.account(user);
			if (account == null) {
				throw ApiException.notFound("user");
			}
			if (isEligible(account)) {
				write.step(() -> write.switchManager(id, account));
				write.step(() -> {
					requireWriter(caller);
					write.attach(id, account);
				});
			}
		});
	}

	/** Ends the pauses of all writes that are under way. */
	public void finishNow() {
		this.portal.locked((rows) -> {
			this.running.forEach(WriteTransaction::finishNow);
			this.portal.signalAll();
			return rows;
		});
	}

	private Shown change(Exchange exchange, Person caller, UUID id, Consumer<WriteTransaction> planner)
			throws InterruptedException {
		requireWriter(caller);
		return carryOut(exchange, List.of(id), id, (write) -> {
			write.group(id);
			planner.accept(write);
		});
	}

	/** Carries out a write whose answer shows a group. */
	private Shown carryOut(Exchange exchange, List<UUID> groups, UUID shown, Consumer<WriteTransaction> planner)
			throws InterruptedException {
		return carryOut(exchange, groups, planner, (write) -> this.portal.shown(write.group(shown), true));
	}

	/**
	 * Carries out a write.
	 * @param groups the groups it works at, one that it makes included
	 * @param planner looks at the rows as they are when the work begins; refuses the
	 * write, or adds its steps
	 * @param answer what the answer tells, after the work
	 */
	private <T> T carryOut(Exchange exchange, List<UUID> groups, Consumer<WriteTransaction> planner,
			Function<WriteTransaction, T> answer) throws InterruptedException {
		PortalData rows = this.portal.lock();
		try {
			WriteTransaction write = new WriteTransaction(rows, exchange, groups);
			planner.accept(write);
			write.run(this.portal, this.traffic, this.usual, this.running);
			return answer.apply(write);
		}
		finally {
			this.portal.unlock();
		}
	}

	/**
	 * The name, if the database can store it: it is there, and narrow where it must be.
	 */
	private String storable(@Nullable String name) {
		boolean wide = name != null && name.codePoints().anyMatch(Character::isSupplementaryCodePoint);
		if (name == null || (wide && this.narrowNames)) {
			throw ApiException.notSaved();
		}
		return name;
	}

	private static void requireName(@Nullable String name) {
		if (name == null) {
			throw ApiException.argumentNull("inDto.GroupName");
		}
		if (name.isBlank()) {
			throw ApiException.argument("The value cannot be an empty string or composed entirely of whitespace. "
					+ "(Parameter 'inDto.GroupName')");
		}
	}

	private static List<UUID> required(@Nullable List<UUID> members) {
		if (members == null) {
			throw ApiException.nullReference();
		}
		return members;
	}

	private static void addSetManager(WriteTransaction write, UUID group, UUID manager) {
		if (!manager.equals(NO_USER)) {
			write.step(() -> write.setManager(group, write.account(manager)));
		}
	}

	private static void addAttach(WriteTransaction write, UUID group, List<UUID> people) {
		people.forEach((id) -> write.step(() -> write.attach(group, write.account(id))));
	}

	private static void addDetach(WriteTransaction write, UUID group, List<UUID> people) {
		people.forEach((id) -> write.removal(() -> write.detach(group, write.account(id))));
	}

	private static void requireEligible(WriteTransaction write, Stream<UUID> people) {
		if (!people.map(write::account).allMatch(GroupWriter::isEligible)) {
			throw ApiException.argument("The user could not be found");
		}
	}

	private static boolean isEligible(@Nullable StoredPerson account) {
		return account != null && account.person().isEligible();
	}

	private static void requireWriter(Person caller) {
		if (!caller.role().isAdministrator()) {
			throw ApiException.accessDenied();
		}
	}

}
