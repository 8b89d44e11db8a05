package io.groupbatch.importjob.report.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.importjob.GroupCounter;
import io.groupbatch.importjob.RunResult;
import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.report.GroupResult;
import io.groupbatch.journal.report.GroupResults;
import io.groupbatch.journal.report.ReportRow;
import io.groupbatch.journal.report.ReportRows;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * The lines of {@code groups.csv}: the groups that rows of a run are about.
 * {@code wanted} and {@code present} are numbers of people, {@code missing} names them.
 * Groups that only rows with errors are about come last. The page of a run shows the same
 * lines: every report says the same of a group.
 */
@Component
public class GroupCsvRows implements GroupCounter {

	public static final List<String> HEADINGS = List.of("groupId", "groupName", "url", "groupManager", "members",
			"wanted", "present", "missing", "status");

	private static final int PAGE = 500;

	private final PortalPeople people;

	private final GroupResults groups;

	private final ReportRows rows;

	public GroupCsvRows(PortalPeople people, GroupResults groups, ReportRows rows) {
		this.people = people;
		this.groups = groups;
		this.rows = rows;
	}

	/**
	 * Hands every line on; its cells stand under {@link #HEADINGS}.
	 */
	public void each(Run run, Sink sink) throws IOException {
		found(run, sink);
		others(run, sink);
	}

	@Override
	public RunResult.Groups count(Run run) {
		long found = this.groups.count(run.number());
		return new RunResult.Groups(found - this.groups.countIncomplete(run.number()), found + countOthers(run));
	}

	private long countOthers(Run run) {
		AtomicLong others = new AtomicLong();
		try {
			others(run, (line) -> others.incrementAndGet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return others.get();
	}

	private void found(Run run, Sink sink) throws IOException {
		GroupResults.Page page = this.groups.page(run.number(), 0, PAGE);
		while (!page.groups().isEmpty()) {
			Map<UUID, String> emails = emails(run, page.groups());
			for (GroupResult group : page.groups()) {
				sink.line(cells(run, group, emails));
			}
			page = this.groups.page(run.number(), page.last(), PAGE);
		}
	}

	/** Rows of one name that follow one another are one group. */
	private void others(Run run, Sink sink) throws IOException {
		Run.Header header = run.content().header();
		Columns columns = Columns.again(header.headings(), header.fields());
		String before = "";
		for (List<ReportRow> page : this.rows.pagesWithoutGroup(run.number())) {
			for (ReportRow row : page) {
				String name = columns.cell(Column.GROUP_NAME, row.row().cells());
				if (!name.isEmpty() && !name.equals(before)) {
					sink.line(cells(name, wanted(columns, row), row.row().outcome().status()));
				}
				before = name;
			}
		}
	}

	private static List<String> cells(Run run, GroupResult result, Map<UUID, String> emails) {
		GroupState group = result.group();
		GroupResult.Wish wish = result.wish();
		return List.of((group.id() != null) ? group.id().toString() : "", group.name(),
				result.deleted() ? "" : url(run, group.id()), list(Stream.ofNullable(group.manager()), emails),
				list(group.people().stream(), emails), String.valueOf(wish.wanted()), String.valueOf(wish.present()),
				Stream.concat(wish.missing().stream().map((person) -> email(person, emails)), wish.leftOut().stream())
					.collect(Collectors.joining(";")),
				result.status().name());
	}

	/** A group of the file that rows with errors alone are about. */
	private static List<String> cells(String name, List<String> wanted, RowStatus status) {
		return List.of("", name, "", "", "", String.valueOf(wanted.size()), "0", String.join(";", wanted),
				status.name());
	}

	/** As the pages of DocSpace call it (its client's own links). */
	private static String url(Run run, @Nullable UUID id) {
		return (id != null && !run.target().sandbox()) ? run.target().portal() + "/accounts/groups/" + id + "/filter"
				: "";
	}

	private static String list(Stream<UUID> people, Map<UUID, String> emails) {
		return people.map((person) -> email(person, emails)).collect(Collectors.joining(";"));
	}

	private static String email(UUID person, Map<UUID, String> emails) {
		return emails.getOrDefault(person, person.toString());
	}

	private static List<String> wanted(Columns columns, ReportRow row) {
		return Stream.of(Column.GROUP_MANAGER, Column.MEMBERS)
			.flatMap((column) -> PersonReference.split(columns.cell(column, row.row().cells())).stream())
			.map(PersonReference::written)
			.distinct()
			.toList();
	}

	private Map<UUID, String> emails(Run run, List<GroupResult> page) {
		Set<UUID> wanted = page.stream().flatMap(GroupCsvRows::people).collect(Collectors.toSet());
		return this.people.byId(run.number(), wanted)
			.stream()
			.filter((person) -> !person.email().isEmpty())
			.collect(Collectors.toMap(PersonEntry::id, PersonEntry::email));
	}

	private static Stream<UUID> people(GroupResult group) {
		return Stream
			.of(Stream.ofNullable(group.group().manager()), group.group().people().stream(),
					group.wish().missing().stream())
			.flatMap((people) -> people);
	}

	/** Takes lines. */
	@FunctionalInterface
	public interface Sink {

		/** Takes the next line. */
		void line(List<String> cells) throws IOException;

	}

}
