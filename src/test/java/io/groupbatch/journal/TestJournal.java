package io.groupbatch.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.people.UnresolvedPeople;
import io.groupbatch.journal.people.UserMaps;
import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.plan.MembershipTargets;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.PlannedRows;
import io.groupbatch.journal.plan.Requests;
import io.groupbatch.journal.report.GroupResults;
import io.groupbatch.journal.report.ReportRows;
import io.groupbatch.journal.report.RunStatistics;
import io.groupbatch.journal.review.PlannedChanges;
import io.groupbatch.journal.review.PlannedRowViews;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.PortalIdentities;
import io.groupbatch.journal.run.PortalLimitStore;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.send.ExternalChanges;
import io.groupbatch.journal.send.InDoubtRequests;
import io.groupbatch.journal.send.PlanBaseline;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.RequestResults;
import io.groupbatch.journal.send.SendableRequests;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A journal on a real database, without Spring around it.
 */
public final class TestJournal implements AutoCloseable {

	/** What time it is in a test. */
	public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

	public final Runs runs;

	public final PortalIdentities portals;

	public final Rows rows;

	public final PlannedRows plannedRows;

	public final Groups groups;

	public final PortalPeople people;

	public final UnresolvedPeople peopleToFix;

	public final UserMaps userMaps;

	public final Requests requests;

	public final MembershipTargets sets;

	public final ReportRows reportRows;

	public final GroupResults groupResults;

	public final RunStatistics statistics;

	public final SendableRequests lanes;

	public final RequestResults results;

	public final Invitations invitations;

	public final PortalLimitStore limits;

	public final PlannedChanges changes;

	public final PlannedRowViews planLines;

	public final PlanBaseline before;

	public final ExternalChanges meanwhile;

	public final InDoubtRequests doubts;

	private final StateFolder folder;

	private final TransactionTemplate transaction;

	private TestJournal(Path path) {
		this.folder = StateFolder.open(path);
		JdbcTemplate jdbc = new JdbcTemplate(this.folder.dataSource());
		JdbcTransactionManager transactions = new JdbcTransactionManager(this.folder.dataSource());
		this.transaction = new TransactionTemplate(transactions);
		this.runs = new Runs(jdbc, CLOCK);
		this.portals = new PortalIdentities(jdbc, transactions);
		this.limits = new PortalLimitStore(jdbc, CLOCK);
		this.rows = new Rows(jdbc);
		this.plannedRows = new PlannedRows(jdbc, this.rows);
		this.groups = new Groups(jdbc);
		this.people = new PortalPeople(jdbc);
		this.peopleToFix = new UnresolvedPeople(jdbc);
		this.userMaps = new UserMaps(jdbc, transactions);
		this.requests = new Requests(jdbc);
		this.sets = new MembershipTargets(jdbc);
		this.reportRows = new ReportRows(jdbc);
		this.groupResults = new GroupResults(jdbc);
		this.statistics = new RunStatistics(jdbc);
		this.lanes = new SendableRequests(jdbc, CLOCK, this.folder.generation());
		this.invitations = new Invitations(jdbc, CLOCK, this.folder.generation());
		this.changes = new PlannedChanges(jdbc);
		this.planLines = new PlannedRowViews(jdbc);
		this.before = new PlanBaseline(jdbc);
		this.meanwhile = new ExternalChanges(jdbc, this.requests, this.before, transactions);
		this.doubts = new InDoubtRequests(jdbc);
		this.results = new RequestResults(jdbc, this.rows);
	}

	/** Opens the journal of a folder, an empty one when there is none. */
	public static TestJournal open(Path folder) {
		if (Files.notExists(StateFolder.journal(folder))) {
			JournalTemplate.copyTo(folder);
		}
		return new TestJournal(folder);
	}

	/** The journal as the next process finds it when this one is killed now. */
	public TestJournal afterACrash(Path folder, Path copy) {
		try {
			Files.createDirectories(copy);
			Files.copy(folder.resolve("journal.mv.db"), copy.resolve("journal.mv.db"));
			return new TestJournal(copy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The limits as a process sees them whose clock is another one. */
	public PortalLimitStore limits(Clock clock) {
		return new PortalLimitStore(new JdbcTemplate(this.folder.dataSource()), clock);
	}

	/** A new run of a file with that content into the portal https://p. */
	public Run run(String content) {
		return this.runs.create(source("groups.csv", content, ""), target("anna"),
				(number) -> Path.of("/out/" + number));
	}

	/** Takes a run through the states before that one. */
	public void bring(long run, RunState state) {
		List<RunState> way = switch (state) {
			case STAGING -> List.of();
			case PLANNING -> List.of(RunState.PLANNING);
			case PLANNED, REFUSED, UNFINISHED -> List.of(RunState.PLANNING, state);
			case WAITING, FINISHED -> List.of(RunState.PLANNING, RunState.UNFINISHED, state);
			case CANCELLED -> List.of(RunState.CANCELLED);
		};
		way.forEach((next) -> this.runs.move(run, next));
	}

	public static Run.Source source(String file, String content, String options) {
		return new Run.Source(Path.of("/in").resolve(file), content.repeat(64).substring(0, 64), options);
	}

	public static Run.Target target(String account) {
		return new Run.Target("https://p", false, account, account);
	}

	/** Rows 2, 3 and so on, one for each operation; all of them open. */
	public void stage(long run, String... operations) {
		this.rows.stage(run,
				LongStream.range(0, operations.length)
					.mapToObj((i) -> new StagedRow(i + 2, i + 2, List.of("cell"), operations[(int) i], RowResult.OPEN))
					.toList());
	}

	/** Gives rows their outcome, in the order of the file. */
	public void settle(long run, RowResult... outcomes) {
		this.plannedRows.add(run,
				LongStream.range(0, outcomes.length)
					.mapToObj((i) -> PlannedRow.settled(i + 2, outcomes[(int) i]))
					.toList());
	}

	/** What became of the rows, in the order of the file. */
	public List<RowStatus> statuses(long run) {
		return this.rows.page(run, 0, 1000).stream().map((row) -> row.outcome().status()).toList();
	}

	/** What a query finds in its only column. */
	public List<Long> numbers(String sql) {
		return new JdbcTemplate(this.folder.dataSource()).queryForList(sql, Long.class);
	}

	public void record(long run, RequestResult... results) {
		inTransaction(() -> {
			this.results.record(run, List.of(results));
			return 0;
		});
	}

	public int doubtMarked() {
		return inTransaction(this.results::doubtMarked);
	}

	public <T> T inTransaction(Supplier<T> work) {
		return this.transaction.execute((status) -> work.get());
	}

	/** An answer of the portal, which came a while after the request was sent. */
	public static RequestResult.Trace trace(int httpStatus, int resent) {
		return new RequestResult.Trace(httpStatus, resent, OffsetDateTime.now(CLOCK), 250);
	}

	/** No answer at all. */
	public static RequestResult.Trace lost() {
		return new RequestResult.Trace(null, 0, OffsetDateTime.now(CLOCK), null);
	}

	@Override
	public void close() {
		this.folder.close();
	}

}
