package io.groupbatch.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.csv.AtomicCsvFile;
import io.groupbatch.csv.Dialect;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.invite.InvitedRow;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.review.PlannedRowView;
import io.groupbatch.journal.review.PlannedRowView.Subject;
import io.groupbatch.journal.review.PlannedRowViews;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.Runs;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@code plan.csv}: a line for each row and change, under another name until it is
 * whole. Thread-safe.
 */
@Component
public class PlanFile {

	/** Other programs read the file by these. */
	private static final List<String> HEADINGS = List.of("row", "operation", "groupId", "groupName", "change", "before",
			"after", "message");

	private final Runs runs;

	private final PlannedRowViews lines;

	private final PortalPeople people;

	private final Invitations invitations;

	PlanFile(Runs runs, PlannedRowViews lines, PortalPeople people, Invitations invitations) {
		this.runs = runs;
		this.lines = lines;
		this.people = people;
		this.invitations = invitations;
	}

	/**
	 * Writes the plan of a run into its folder.
	 * @return where it is
	 */
	public Path write(long run) {
		Path file = this.runs.get(run).output().resolve("plan.csv");
		try (AtomicCsvFile output = AtomicCsvFile.safe(file, Dialect.OURS)) {
			output.row(HEADINGS);
			writeInvitations(run, output);
			write(run, output);
			output.finish();
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** First of all, people are invited; each once, whichever rows name them. */
	private void writeInvitations(long run, AtomicCsvFile output) throws IOException {
		Map<String, List<InvitedRow>> rows = this.invitations.rows(run);
		for (Invitation invitation : this.invitations.in(run, Invitation.State.PLANNED, Integer.MAX_VALUE)) {
			List<InvitedRow> own = rows.getOrDefault(invitation.address(), List.of());
			long count = own.stream().map(InvitedRow::number).distinct().count();
			output.row(List.of(own.isEmpty() ? "" : String.valueOf(own.get(0).number()), "", "",
					own.stream()
						.map(InvitedRow::group)
						.filter(Objects::nonNull)
						.distinct()
						.collect(Collectors.joining("; ")),
					"invite", "", invitation.email(), (count > 1) ? "for %d rows".formatted(count) : ""));
		}
	}

	private void write(long run, AtomicCsvFile output) throws IOException {
		for (List<PlannedRowView> page : this.lines.pages(run)) {
			Cells cells = new Cells(emails(run, page));
			for (PlannedRowView line : page) {
				for (List<String> change : cells.changes(line)) {
					output.row(change);
				}
			}
		}
	}

	private Map<UUID, String> emails(long run, List<PlannedRowView> lines) {
		Set<UUID> wanted = lines.stream().flatMap(PlanFile::people).collect(Collectors.toSet());
		return this.people.emails(run, wanted);
	}

	private static Stream<UUID> people(PlannedRowView line) {
		Stream<UUID> managers = Stream.ofNullable(line.wish().manager());
		Stream<UUID> former = Stream.ofNullable((line.group() != null) ? line.group().manager() : null);
		return Stream.of(managers, former, line.wish().members().stream(), line.removes().stream())
			.flatMap((people) -> people);
	}

	/**
	 * The lines of rows.
	 *
	 * @param emails the addresses of the people whom the rows are about
	 */
	private record Cells(Map<UUID, String> emails) {

		/** A line for each change that the row asks for; one line at least. */
		List<List<String>> changes(PlannedRowView line) {
			Subject group = line.group();
			Operation operation = Operation.of(line.row().operation()).orElse(null);
			if (line.row().outcome().status() != RowStatus.NOT_SENT || group == null || operation == null) {
				return List.of(settled(line.row(), group));
			}
			List<List<String>> lines = new ArrayList<>();
			switch (operation) {
				case DELETE -> lines.add(line(line.row(), group, "delete", group.name(), ""));
				case GET -> lines.add(line(line.row(), group, "read", "", ""));
				case MOVE_MEMBERS -> line.removes()
					.forEach((person) -> lines.add(line(line.row(), group, "move-member", email(person),
							(line.target() != null) ? line.target() : "")));
				case REMOVE_MEMBERS, REMOVE_EVERYWHERE -> {
					addWish(line, group, lines);
					addRemoved(line, group, line.wish().members(), lines);
				}
				default -> {
					addWish(line, group, lines);
					addAdded(line, group, lines);
					addRemoved(line, group, line.removes(), lines);
				}
			}
			return lines.isEmpty() ? List.of(line(line.row(), group, "none", "", "")) : lines;
		}

		private void addWish(PlannedRowView line, Subject group, List<List<String>> lines) {
			String name = line.wish().name();
			if (name != null && group.portalId() == null && group.name().equals(name)) {
				lines.add(line(line.row(), group, "create", "", name));
			}
			else if (name != null && !name.equals(group.name())) {
				lines.add(line(line.row(), group, "rename", group.name(), name));
			}
			UUID manager = line.wish().manager();
			if (manager != null && group.needsManager(manager)) {
				UUID before = manager.equals(group.manager()) ? null : group.manager();
				lines.add(line(line.row(), group, "manager", email(before), email(manager)));
			}
		}

		private void addAdded(PlannedRowView line, Subject group, List<List<String>> lines) {
			for (UUID person : line.wish().members()) {
				if (group.lacks(person)) {
					lines.add(line(line.row(), group, "add-member", "", email(person)));
				}
			}
		}

		private void addRemoved(PlannedRowView line, Subject group, List<UUID> people, List<List<String>> lines) {
			for (UUID person : people) {
				if (group.mayHave(person)) {
					lines.add(line(line.row(), group, "remove-member", email(person), ""));
				}
			}
		}

		private static List<String> settled(StagedRow row, @Nullable Subject group) {
			String change = (row.outcome().status() == RowStatus.UNCHANGED) ? "none" : row.outcome().status().name();
			String message = row.outcome().message();
			return List.of(String.valueOf(row.shownNumber()), row.operation(), id(group),
					(group != null) ? group.name() : "", change, "", "", (message != null) ? message : "");
		}

		private static List<String> line(StagedRow row, Subject group, String change, String before, String after) {
			return List.of(String.valueOf(row.shownNumber()), row.operation(), id(group), group.name(), change, before,
					after, "");
		}

		private static String id(@Nullable Subject group) {
			return (group != null && group.portalId() != null) ? group.portalId().toString() : "";
		}

		private String email(@Nullable UUID person) {
			return (person != null) ? this.emails.getOrDefault(person, person.toString()) : "";
		}

	}

}
