package io.groupbatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.journal.MistakeNote;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last lines on the terminal, and {@code summary.json} for scripts.
 */
final class Summary {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Verdict verdict;

	private final ExitCode code;

	private final NextCommand next;

	private final Further further;

	/**
	 * Sums a run up.
	 * @param code what the shell is told, when the report is written
	 */
	Summary(Verdict verdict, ExitCode code, NextCommand next, Further further) {
		this.verdict = verdict;
		this.code = code;
		this.next = next;
		this.further = further;
	}

	Verdict verdict() {
		return this.verdict;
	}

	/** What the shell is told. */
	ExitCode exitCode() {
		return isReported() ? this.code : ExitCode.first(List.of(ExitCode.CANNOT_WRITE, this.code));
	}

	/** Whether the report is written. */
	boolean isReported() {
		return this.further.reported();
	}

	/** The line that says where things were changed. */
	static String portalLine(Run.Target target) {
		if (target.sandbox()) {
			return "SANDBOX: nothing real was changed.";
		}
		return "Portal: " + target.portal() + ((target.accountName() != null) ? " as " + target.accountName() : "");
	}

	/** What is wrong with the file, a line for each mistake. */
	static void tellMistakes(List<MistakeNote> mistakes, long all, Terminal terminal) {
		for (MistakeNote mistake : mistakes) {
			String where = "Row " + mistake.row() + ", line " + mistake.line()
					+ ((mistake.heading() != null) ? ", " + mistake.heading() : "")
					+ ((mistake.cell() != null && !mistake.cell().isEmpty()) ? " \"" + mistake.cell() + "\"" : "");
			terminal.warn(Texts.printable(where + ": " + mistake.message()));
		}
		if (all > mistakes.size()) {
			terminal.warn("… and %d more; report.csv has them all.".formatted(all - mistakes.size()));
		}
	}

	/** Counts, where the report is, what to do next, and where it was. */
	void tell(Terminal terminal) {
		Run run = this.verdict.run();
		if (run.halt() != null) {
			terminal.warn(Texts.printable(run.halt().sentence()));
		}
		terminal.result("Run %d: %s".formatted(run.number(), counts()));
		terminal.result("Report: " + report());
		if (this.further.peopleToFix() > 0) {
			boolean mapped = RunOptions.hasUserMap(run.source().options());
			terminal.result("%s of the file cannot be had: see %s. %s".formatted(
					Texts.count(this.further.peopleToFix(), "person", "people"), peopleToFix(run),
					mapped ? "Complete your user map." : "Fill in its column \"to\", and give it with --user-map."));
		}
		if (run.state() == RunState.WAITING) {
			terminal.result("A person has to decide: see the messages of the UNKNOWN rows. Then: "
					+ this.next.resume(run) + " --decide ROW=ID, or give the run up: " + this.next.cancel(run));
		}
		else if (goesOn()) {
			terminal.result("Go on with: " + this.next.resume(run));
		}
		terminal.result(portalLine(run.target()));
	}

	/** Writes {@code summary.json} beside the report. */
	void write() {
		Run run = this.verdict.run();
		try {
			Path unfinished = run.output().resolve("summary.json.unfinished");
			Files.writeString(unfinished, json() + "\n");
			Files.move(unfinished, run.output().resolve("summary.json"), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String json() {
		Run run = this.verdict.run();
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("run", run.number());
		summary.put("state", run.state());
		summary.put("exitCode", exitCode().code());
		summary.put("portal", run.target().portal());
		summary.put("sandbox", run.target().sandbox());
		summary.put("account", run.target().accountName());
		summary.put("file", run.source().file().toString());
		summary.put("sha256", run.source().sha256());
		summary.put("startedAt", run.span().created().toString());
		summary.put("endedAt", (run.span().ended() != null) ? run.span().ended().toString() : null);
		summary.put("rows", this.verdict.total());
		summary.put("counts", Arrays.stream(RowStatus.values())
			.collect(Collectors.toMap(Enum::name, this.verdict::count, (one, other) -> one, LinkedHashMap::new)));
		summary.put("stopReason", (run.halt() != null) ? run.halt().reason() : null);
		summary.put("message", (run.halt() != null) ? run.halt().sentence() : null);
		summary.put("report", (isReported() && !run.isPurged()) ? report() : null);
		summary.put("reportCommand", isReported() ? null : this.next.report(run));
		summary.put("peopleToFix", (this.further.peopleToFix() > 0) ? peopleToFix(run).toString() : null);
		if (this.further.plan() != null) {
			summary.put("plan", this.further.plan());
		}
		summary.put("nextCommand", nextCommand());
		return JSON.writeValueAsString(summary);
	}

	private String report() {
		Run run = this.verdict.run();
		if (run.isPurged()) {
			return "none any more; its rows were dropped by \"runs purge\"";
		}
		return isReported() ? run.output().resolve("report.csv").toString()
				: "not written. Write it with: " + this.next.report(run);
	}

	private static Path peopleToFix(Run run) {
		return run.output().resolve("people-to-fix.csv");
	}

	private @Nullable String nextCommand() {
		Run run = this.verdict.run();
		if (run.state() == RunState.WAITING) {
			return this.next.cancel(run);
		}
		return goesOn() ? this.next.resume(run) : null;
	}

	/** A plan for a sandbox that ends with the command cannot be sent. */
	private boolean goesOn() {
		return this.verdict.isOpen() && !this.verdict.run().target().sandbox();
	}

	private String counts() {
		String counts = Arrays.stream(RowStatus.values())
			.filter(this.verdict::has)
			.map((status) -> this.verdict.count(status) + " " + status)
			.collect(Collectors.joining(", "));
		String state = this.verdict.run().state().name().toLowerCase(Locale.ROOT);
		return (counts.isEmpty() ? "no rows" : counts) + " (" + state + ")";
	}

	/**
	 * What else there is to tell.
	 *
	 * @param peopleToFix how many people of the file cannot be had
	 * @param plan what was planned just now, for scripts; null when nothing was
	 * @param reported whether the report is written
	 */
	record Further(long peopleToFix, @Nullable Map<String, Object> plan, boolean reported) {
	}

}
