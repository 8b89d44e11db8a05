package io.groupbatch.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import io.groupbatch.sandbox.api.GroupReadEndpoints;
import io.groupbatch.sandbox.api.GroupWriteEndpoints;
import io.groupbatch.sandbox.api.InvitationEndpoints;
import io.groupbatch.sandbox.api.PeopleEndpoints;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.http.ApiKeys;
import io.groupbatch.sandbox.http.Exchange;
import io.groupbatch.sandbox.http.PortalCondition;
import io.groupbatch.sandbox.http.RateLimiter;
import io.groupbatch.sandbox.http.RequestFilterChain;
import io.groupbatch.sandbox.http.Routes;
import io.groupbatch.sandbox.log.RequestLog;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.InvitationRules;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Portal;
import io.groupbatch.sandbox.state.PortalData;
import io.groupbatch.sandbox.state.StaleReadCache;
import io.groupbatch.sandbox.state.StoredGroup;
import io.groupbatch.sandbox.state.StoredPerson;
import io.groupbatch.sandbox.write.GroupWriter;
import io.groupbatch.sandbox.write.InvitationWriter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A simulated portal on 127.0.0.1 that behaves as the portal contract says, for a first
 * run and for tests, with a view of its true state and the means to change that while it
 * runs. Safe for many threads; nothing outlives it.
 */
public final class Sandbox implements AutoCloseable {

	/**
	 * The key that may do everything, owned by {@code owner@sandbox.example}. The same in
	 * every sandbox, and no secret: it opens nothing but a sandbox.
	 */
	public static final String API_KEY = "sk-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

	static {
		// Read once, when the first server of the machine is made: answers leave at once,
		// and a connection in a client's pool is not closed under it within minutes.
		System.setProperty("sun.net.httpserver.nodelay", "true");
		System.setProperty("sun.net.httpserver.idleInterval", "600");
	}

	/**
	 * How many of a member's own groups are told inside the answer about a group. The
	 * real portal tells all, so that answers grow with every group made; the people
	 * endpoints here tell all as well.
	 */
	private static final int GROUPS_PER_MEMBER = 20;

	private final HttpServer server;

	private final ExecutorService workers;

	private final Portal portal;

	private final ApiKeys keys;

	private final RequestLog traffic;

	private final GroupWriter writer;

	private final InvitationWriter invitations;

	private final RateLimiter limiter;

	private final RequestFilterChain filters;

	private volatile FaultPolicy misbehaviour = FaultPolicy.none();

	private Sandbox(SandboxOptions options) throws IOException {
		Clock clock = Clock.systemUTC();
		PortalData directory = new PortalData(new StaleReadCache(clock));
		options.seed.fill(directory);
		this.portal = new Portal(directory, GROUPS_PER_MEMBER);
		this.keys = new ApiKeys(this.portal, clock);
		this.keys.add(new ApiKeys.Key(API_KEY, Person.OWNER.id(), List.of(), null));
		this.traffic = new RequestLog(options.rememberedRequests, options.rememberedWrites);
		this.writer = new GroupWriter(this.portal, this.traffic, options.version, options.narrowNames, options.work);
		this.invitations = new InvitationWriter(this.portal, this.traffic, clock, options.work, options.invitations);
		this.limiter = new RateLimiter(options.limits, clock);
		Routes routes = new Routes();
		new GroupReadEndpoints(this.portal, options.fold).addTo(routes);
		new GroupWriteEndpoints(this.writer, options.version).addTo(routes);
		new InvitationEndpoints(this.invitations).addTo(routes);
		new PeopleEndpoints(this.portal, options.version, options.fold, this.keys).addTo(routes);
		this.filters = new RequestFilterChain(routes, this.keys, this.limiter, options.latency);
		this.workers = Executors.newCachedThreadPool(Sandbox::worker);
		InetAddress loopback = InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
		this.server = HttpServer.create(new InetSocketAddress(loopback, options.port), 0);
		this.server.setExecutor(this.workers);
		this.server.createContext("/", this::handle);
	}

	/**
	 * Starts a portal.
	 * @throws UncheckedIOException if the port is taken
	 */
	public static Sandbox start(SandboxOptions options) {
		try {
			Sandbox sandbox = new Sandbox(options);
			sandbox.server.start();
			return sandbox;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The sandbox cannot use port " + options.port + ": " + ex.getMessage(), ex);
		}
	}

	/** The portal's address, without {@code /api}. */
	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** The key that may do everything. */
	public String apiKey() {
		return API_KEY;
	}

	/** Adds a key with the owner's role and these scopes; none means everything. */
	public String addKey(String ownerEmail, String... scopes) {
		return newKey(ownerEmail, null, scopes);
	}

	/** Adds a key that is refused from this moment on. */
	public String addKey(String ownerEmail, Instant expires, String... scopes) {
		return newKey(ownerEmail, expires, scopes);
	}

	/** Deletes a key. */
	public void revoke(String key) {
		this.keys.remove(key);
	}

	/** Every group that the portal lists, by name. */
	public List<GroupView> groups() {
		return this.portal.locked((rows) -> rows.listed().stream().map(StoredGroup::view).toList());
	}

	/** The groups with exactly this name. */
	public List<GroupView> groups(String name) {
		return groups().stream().filter((group) -> group.name().equals(name)).toList();
	}

	/** The group with this id, system groups included. */
	public Optional<GroupView> group(UUID id) {
		return this.portal.locked((rows) -> Optional.ofNullable(rows.group(id)).map(StoredGroup::view));
	}

	/** Everybody, in the portal's order. */
	public List<Person> people() {
		return this.portal.locked((rows) -> rows.accounts().stream().map(StoredPerson::person).toList());
	}

	/** The person with this address, whatever its case. */
	public Optional<Person> person(String email) {
		return this.portal.locked((rows) -> Optional.ofNullable(rows.accountByEmail(email)).map(StoredPerson::person));
	}

	/**
	 * Adds a person.
	 * @throws IllegalArgumentException if the address is taken
	 */
	public Person add(Person person) {
		this.portal.locked((rows) -> rows.add(person));
		return person;
	}

	/**
	 * Changes a person's name, role or status.
	 * @throws IllegalArgumentException if nobody has this address, or the change touches
	 * id or address
	 */
	public void change(String email, UnaryOperator<Person> change) {
		Person changed = change.apply(existing(email));
		this.portal.locked((rows) -> {
			rows.replace(changed);
			return changed;
		});
	}

	/** Disables a person, whose memberships stay as hidden rows. */
	public void disable(String email) {
		change(email, (person) -> person.with(Person.Status.DISABLED));
	}

	/** Puts the whole portal into another state. */
	public void setCondition(PortalCondition condition) {
		this.filters.setCondition(condition);
	}

	/** Lets something else decide from the next request on. */
	public void setFaultPolicy(FaultPolicy misbehaviour) {
		this.portal.locked((rows) -> {
			rows.staleReads().keep(misbehaviour.lag());
			return rows;
		});
		this.misbehaviour = misbehaviour;
	}

	/** Changes what the portal's settings say about invitations. */
	public void setInvitationRules(InvitationRules rules) {
		this.invitations.setRules(rules);
	}

	/** Begins a new day for the limiters of writes and of invitations a day. */
	public void newDay() {
		this.limiter.newDay();
		this.invitations.newDay();
	}

	/**
	 * Gives a group a second manager's row, as two writes at once can (portal contract
	 * 9.5).
	 * @throws IllegalArgumentException if there is no such group
	 */
	public void corrupt(UUID id) {
		this.portal.locked((rows) -> {
			StoredGroup group = rows.group(id);
			if (group == null) {
				throw new IllegalArgumentException("There is no group " + id);
			}
			rows.corrupt(group);
			return group;
		});
	}

	/** Whether the group has two managers' rows, so that it cannot be read any more. */
	public boolean isCorrupt(UUID id) {
		return this.portal.locked((rows) -> {
			StoredGroup group = rows.group(id);
			return group != null && rows.isCorrupt(group);
		});
	}

	/** What was asked, answered and done. */
	public RequestLog traffic() {
		return this.traffic;
	}

	/** Lets the work that is under way end now, however long it was to take. */
	public void finishNow() {
		this.writer.finishNow();
		this.invitations.finishNow();
	}

	/** Stops at once; requests on hold are cut. */
	@Override
	public void close() {
		this.server.stop(0);
		this.workers.shutdownNow();
	}

	private String newKey(String ownerEmail, @Nullable Instant expires, String... scopes) {
		String text = "sk-" + (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
		this.keys.add(new ApiKeys.Key(text, existing(ownerEmail).id(), List.of(scopes), expires));
		return text;
	}

	private Person existing(String email) {
		return person(email).orElseThrow(() -> new IllegalArgumentException("There is no " + email));
	}

	private void handle(HttpExchange http) throws IOException {
		try (http) {
			new Exchange(http, this.traffic, this.misbehaviour).handle(this.filters);
		}
	}

	private static Thread worker(Runnable work) {
		Thread thread = new Thread(work, "sandbox");
		thread.setDaemon(true);
		return thread;
	}

}
