package io.groupbatch.cli.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.OutputFile;
import io.groupbatch.importjob.PlanOverview;
import io.groupbatch.importjob.ReportFiles;
import io.groupbatch.importjob.RunResult;
import io.groupbatch.importjob.RunResult.Groups;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.invite.Invitation.State;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.RowErrorGroup;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last lines on the terminal, and {@code summary.json} for scripts.
 */
public final class Summary {

	/**
	 * Of the schemas in docs/schema, to which all that is printed for scripts conforms.
	 */
	public static final int SCHEMA_VERSION = 1;

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final RunResult result;

	private final boolean reported;

	private final ExitCode code;

	private final FollowUpCommands next;

	private final @Nullable PlanOverview plan;

	/**
	 * Sums a run up.
	 * @param reported whether the report is written
	 * @param code what the shell is told, when the report is written
	 * @param plan what was planned just now; null when nothing was
	 */
	public Summary(RunResult result, boolean reported, ExitCode code, FollowUpCommands next,
			@Nullable PlanOverview plan) {
		this.result = result;
		this.reported = reported;
		this.code = code;
		this.next = next;
		this.plan = plan;
	}

	public RunResult result() {
		return this.result;
	}

	/** What the shell is told. */
	public ExitCode exitCode() {
		return this.reported ? this.code : ExitCode.first(List.of(ExitCode.CANNOT_WRITE, this.code));
	}

	/** Whether the report is written. */
	public boolean isReported() {
		return this.reported;
	}

	/** The line that says where things are changed, before they are. */
	public static String portalLine(Run.Target target) {
		return target.sandbox() ? "SANDBOX: a simulated portal; nothing real is changed."
				: "Portal: " + target.portal() + as(target);
	}

	/** The line that says where things were changed. */
	static String lastLine(Run.Target target) {
		return target.sandbox() ? "SANDBOX: nothing real was changed." : portalLine(target);
	}

	/** Whose key is used, and whose was, as far as known; with a blank before. */
	public static String as(Run.Target target) {
		return ((target.senderName() != null) ? " as " + target.senderName() : "")
				+ ((target.plannerName() != null) ? " (planned as " + target.plannerName() + ")" : "");
	}

	/**
	 * The line that says which run goes on, and how far it was.
	 */
	public static String resuming(Run run, Map<RowStatus, Long> counts) {
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		long open = counts.getOrDefault(RowStatus.NOT_SENT, 0L) + counts.getOrDefault(RowStatus.UNKNOWN, 0L);
		return "Continuing run %d (%s%s).".formatted(run.number(), subject(run),
				(all > 0) ? ", %,d of %s left".formatted(open, TerminalText.count(all, "row", "rows")) : "");
	}

	/** The file of a run, or the run that it takes back. */
	public static String subject(Run run) {
		Long undoes = run.remarks().undoes();
		return (undoes != null) ? "undo of run " + undoes : String.valueOf(run.source().file().getFileName());
	}

	/** What is wrong with the file, a line for each error. */
	public static void tellMistakes(List<RowError> mistakes, long all, Terminal terminal) {
		for (RowError mistake : mistakes) {
			terminal.warn(where(mistake) + ": " + mistake.message());
		}
		if (all > mistakes.size()) {
			terminal.warn("… and %d more; report.csv has them all.".formatted(all - mistakes.size()));
		}
	}

	/**
	 * What is wrong with a file in which much is: the causes, with an example of each.
	 * @param all how many errors there are
	 */
	public static void tellCauses(List<RowErrorGroup> causes, long all, Terminal terminal) {
		long told = 0;
		for (RowErrorGroup cause : causes) {
			RowError first = cause.first();
			String texts = (cause.cells() > 1) ? ", %,d different texts".formatted(cause.cells()) : "";
			terminal.warn(
					"%s%s%s. The first is row %d: %s".formatted((first.heading() != null) ? first.heading() + ": " : "",
							TerminalText.count(cause.rows(), "row", "rows"), texts, first.row(), first.message()));
			told += cause.mistakes();
		}
		terminal.warn("%s%,d errors in all; report.csv has each of them."
			.formatted((told < all) ? "… and %,d more. ".formatted(all - told) : "", all));
	}

	/** The cell is told once: where the message has it, only there. */
	private static String where(RowError mistake) {
		String cell = Objects.requireNonNullElse(mistake.cell(), "");
		String quoted = "\"" + TerminalText.brief(cell) + "\"";
		return mistake.place() + ((mistake.heading() != null) ? ", " + mistake.heading() : "")
				+ (cell.isEmpty() || mistake.message().contains(quoted) ? "" : " " + quoted);
	}

	/** Counts, where the report is, what to do next, and where it was. */
	public void tell(Terminal terminal) {
		Run run = this.result.run();
		if (run.halt() != null) {
			terminal.warn(run.halt().sentence());
		}
		terminal.result("Run %d%s: %s".formatted(run.number(), why(run.remarks()), counts()));
		tellGroups(terminal);
		if (this.result.notUndone() > 0) {
			terminal.result("%s not undone: see %s".formatted(
					TerminalText.count(this.result.notUndone(), "change is", "changes are"),
					run.output().resolve("undo.csv")));
		}
		terminal.result("Report: " + report());
		tellInvitations(terminal);
		Path page = ReportFiles.of(run).page();
		if (isReported() && !run.isPurged() && Files.exists(page)) {
			terminal.result("Page:   " + page);
		}
		if (this.result.peopleToFix() > 0) {
			boolean mapped = isMapped(run);
			terminal.result("%s of the file could not be matched or added: see %s. %s".formatted(
					TerminalText.count(this.result.peopleToFix(), "person", "people"),
					ReportFiles.of(run).peopleToFix(),
					(mapped ? "Complete your user map." : "Fill in its column \"to\", and give it with --user-map.")
							+ (this.result.has(RowStatus.INVALID)
									? " Or continue without them: --on-unknown-user leave-out." : "")));
		}
		if (this.result.peopleToFix() > 0 && isReported() && this.result.has(RowStatus.INVALID)
				&& run.state() == RunState.REFUSED && !isMapped(run) && Files.exists(run.source().file())) {
			terminal.result("When it is filled in: " + this.next.withUserMap(run, ReportFiles.of(run).peopleToFix()));
		}
		if (isReported() && Files.exists(ReportFiles.of(run).failed())) {
			terminal.result("Rows to fix: " + ReportFiles.of(run).failed()
					+ (run.target().sandbox() ? "" : "; then: " + this.next.mend(run, run.remarks())));
		}
		if (run.state() == RunState.WAITING) {
			terminal.result("A person has to decide: see the messages of the UNKNOWN rows. Then: "
					+ this.next.resume(run) + " --decide ROW=ID, or cancel the run: " + this.next.cancel(run));
		}
		else if (goesOn()) {
			terminal.result("Continue with: " + this.next.resume(run));
		}
		if (this.result.auditHead() != null && this.result.mayHaveChanged()) {
			terminal.result("Audit record up to here: " + this.result.auditHead());
		}
		if (run.target().sandbox() || terminal.isQuiet() || run.target().plannerName() != null) {
			terminal.result(lastLine(run.target()));
		}
	}

	private static boolean isMapped(Run run) {
		return ImportOptions.ofLine(run.source().options()).people().userMap() != null;
	}

	private void tellGroups(Terminal terminal) {
		Groups groups = this.result.groups();
		if (groups != null && groups.all() > 0) {
			terminal.result("%,d of %s %s complete.".formatted(groups.complete(),
					TerminalText.count(groups.all(), "group", "groups"), (groups.all() == 1) ? "is" : "are"));
		}
	}

	/** Whether another command is to be given; a plan with nothing in it needs none. */
	private boolean goesOn() {
		return this.result.goesOn()
				&& (this.plan == null || !this.plan.isEmpty() || this.result.run().state() != RunState.PLANNED);
	}

	private void tellInvitations(Terminal terminal) {
		long invited = this.result.invited(State.INVITED);
		long refused = this.result.invited(State.REFUSED);
		long open = this.result.invited(State.PLANNED, State.SENT);
		long present = this.result.invited(State.PRESENT);
		if (invited + refused + open + present > 0) {
			List<String> parts = new ArrayList<>(List.of(TerminalText.count(invited, "person", "people")));
			if (present > 0) {
				parts.add(present + " already there");
			}
			if (refused > 0) {
				parts.add(refused + " could not be invited");
			}
			if (open > 0) {
				parts.add(open + " still to be invited");
			}
			terminal.result("Invited by mail: " + String.join(", ", parts)
					+ (isReported() ? "; see " + ReportFiles.of(this.result.run()).peopleInvited() : ""));
		}
	}

	/** Writes {@code summary.json} beside the report. */
	public void write() {
		Run run = this.result.run();
		try {
			OutputFile.replace(run.output().resolve("summary.json"), json() + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** For scripts. */
	public String json() {
		return asJson(Json.of(this));
	}

	/** What a command has to tell, for scripts. */
	static String asJson(Record told) {
		ObjectNode fields = JSON.valueToTree(told);
		return JSON.writeValueAsString(JSON.createObjectNode().put("schemaVersion", SCHEMA_VERSION).setAll(fields));
	}

	private String report() {
		Run run = this.result.run();
		if (run.isPurged()) {
			return "not available; its rows were deleted by \"runs purge\"";
		}
		return isReported() ? run.output().resolve("report.csv").toString()
				: "not written. Write it with: " + this.next.report(run);
	}

	private static String why(Run.Remarks remarks) {
		if (remarks.undoes() != null) {
			return ", which undoes run " + remarks.undoes();
		}
		return (remarks.mends() != null) ? ", which fixes run " + remarks.mends() : "";
	}

	private String counts() {
		String counts = Arrays.stream(RowStatus.values())
			.filter(this.result::has)
			.map((status) -> this.result.count(status) + " " + status)
			.collect(Collectors.joining(", "));
		String state = this.result.run().state().name().toLowerCase(Locale.ROOT);
		return (counts.isEmpty() ? "no rows" : counts) + " (" + state + ")";
	}

	/**
	 * What {@code summary.json} says. Scripts rely on the names and on what is null;
	 * there may be further ones in a later version.
	 *
	 * @param report also among the files, as is peopleToFix
	 * @param invitations not there when nobody is invited
	 * @param plan not there when nothing was planned
	 */
	private record Json(long run, RunState state, int exitCode, @JsonUnwrapped Where where, long rows,
			Map<RowStatus, Long> counts, @Nullable StopReason stopReason, @Nullable String message,
			@Nullable String report, Map<String, String> files, @Nullable String reportCommand,
			@Nullable String peopleToFix, @JsonInclude(Include.NON_NULL) @Nullable Invited invitations,
			@Nullable String auditHead, @JsonInclude(Include.NON_NULL) PlanDescription.@Nullable Json plan,
			@Nullable String nextCommand, @Nullable String mendCommand) {

		static Json of(Summary summary) {
			RunResult result = summary.result;
			Run run = result.run();
			StopCause halt = run.halt();
			FollowUpCommands next = summary.next;
			Map<RowStatus, Long> counts = new EnumMap<>(RowStatus.class);
			Arrays.stream(RowStatus.values()).forEach((status) -> counts.put(status, result.count(status)));
			Map<String, String> files = (summary.reported && !run.isPurged())
					? ReportFiles.of(run).written(result.peopleToFix() > 0) : Map.of();
			return new Json(run.number(), run.state(), summary.exitCode().code(), Where.of(run, run.remarks()),
					result.total(), counts, (halt != null) ? halt.reason() : null,
					(halt != null) ? halt.sentence() : null, files.get("report"), files,
					summary.reported ? null : next.report(run), files.get("peopleToFix"), Invited.of(result),
					result.auditHead(), (summary.plan != null) ? new PlanDescription(summary.plan).json() : null,
					(run.state() == RunState.WAITING) ? next.cancel(run) : summary.goesOn() ? next.resume(run) : null,
					(files.containsKey("failed") && !run.target().sandbox()) ? next.mend(run, run.remarks()) : null);
		}

	}

	/** How many people were invited, and what became of the others. */
	private record Invited(long invited, long alreadyThere, long notInvited, long unknown, long notSent) {

		static @Nullable Invited of(RunResult result) {
			Invited all = new Invited(result.invited(State.INVITED), result.invited(State.PRESENT),
					result.invited(State.REFUSED), result.invited(State.SENT), result.invited(State.PLANNED));
			return all.equals(new Invited(0, 0, 0, 0, 0)) ? null : all;
		}

	}

	/** Where a run belongs, and when it was. */
	private record Where(String portal, boolean sandbox, @Nullable String account, @Nullable String plannedAs,
			String file, String sha256, @Nullable String note, @Nullable Long mends, @Nullable Long undoes,
			String startedAt, @Nullable String endedAt) {

		static Where of(Run run, Run.Remarks remarks) {
			Run.Target target = run.target();
			return new Where(target.portal(), target.sandbox(), target.senderName(), target.plannerName(),
					run.source().file().toString(), run.source().sha256(), remarks.note(), remarks.mends(),
					remarks.undoes(), run.span().created().toString(),
					(run.span().ended() != null) ? run.span().ended().toString() : null);
		}

	}

}
