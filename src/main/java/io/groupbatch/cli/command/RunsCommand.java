package io.groupbatch.cli.command;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.cli.run.RunArgument;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.journal.StateFolder;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.text.DateTimeText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code runs [RUN]}: lists the runs, or shows one. Needs no portal.
 */
@Command(mixinStandardHelpOptions = true, name = "runs", description = "Lists the runs, or shows one.")
public class RunsCommand implements Callable<Integer> {

	@Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "The run's number.")
	@Nullable Long number;

	@Option(names = "--sandbox", description = "The runs of the simulated portal.")
	boolean sandbox;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	@Override
	public Integer call() {
		Terminal terminal = this.global.terminal();
		Path state = this.global.state(this.sandbox);
		try (StateFolder folder = StateFolder.open(state)) {
			if (this.number != null) {
				tell(folder.runs(), this.number, terminal);
			}
			else {
				list(folder.runs(), terminal);
			}
		}
		catch (StateFolder.InUse ex) {
			terminal.result(ProcessStatusFile.holder(state).orElse("Another Groupbatch is at work.")
					+ " The runs can be listed when it has ended.");
		}
		return ExitCode.OK.code();
	}

	private static void list(Runs runs, Terminal terminal) {
		List<Run> all = runs.all();
		if (all.isEmpty()) {
			terminal.result("There are no runs yet.");
			return;
		}
		List<List<String>> lines = new ArrayList<>();
		lines.add(List.of("Run", "Started (" + zone() + ")", "State", "File", "Portal", "Rows"));
		all.forEach((run) -> lines.add(List.of(String.valueOf(run.number()), time(run), RunArgument.word(run.state()),
				TerminalText.printable(Summary.subject(run)),
				run.target().sandbox() ? "sandbox" : run.target().portal(),
				counts(runs, run) + (run.isPurged() ? " (purged)" : ""))));
		table(lines).forEach(terminal::result);
	}

	/**
	 * Lines of cells that stand under one another; the first column is one of numbers.
	 */
	private static List<String> table(List<List<String>> lines) {
		int[] widths = new int[lines.get(0).size()];
		lines.forEach((cells) -> IntStream.range(0, widths.length)
			.forEach((i) -> widths[i] = Math.max(widths[i], cells.get(i).length())));
		return lines.stream()
			.map((cells) -> IntStream.range(0, widths.length)
				.mapToObj((i) -> ("%" + ((i == 0) ? "" : "-") + widths[i] + "s").formatted(cells.get(i)))
				.collect(Collectors.joining("  "))
				.stripTrailing())
			.toList();
	}

	private static String zone() {
		return ZoneId.systemDefault().getDisplayName(TextStyle.SHORT, Locale.ROOT);
	}

	private static void tell(Runs runs, long number, Terminal terminal) {
		Run run = runs.find(number).orElseThrow(() -> RunArgument.noSuchRun(number));
		terminal.result("Run:     " + run.number() + " (" + RunArgument.word(run.state()) + ")");
		terminal.result("Portal:  " + run.target().portal() + Summary.as(run.target()));
		terminal.result("File:    " + run.source().file() + " ("
				+ ((run.content().dialect() != null) ? run.content().dialect().described() : "not read") + ")");
		terminal.result("SHA-256: " + run.source().sha256());
		Run.Remarks remarks = run.remarks();
		if (remarks.mends() != null) {
			terminal.result("Fixes:   run " + remarks.mends());
		}
		if (remarks.undoes() != null) {
			terminal.result("Undoes:  run " + remarks.undoes());
		}
		if (remarks.note() != null) {
			terminal.result("Note:    " + remarks.note());
		}
		terminal.result("Started: " + time(run) + " (" + zone() + ")");
		terminal.result("Rows:    " + counts(runs, run) + (run.isPurged() ? " (purged: deleted)" : ""));
		terminal.result("Reports: " + run.output());
		if (run.halt() != null) {
			terminal.result("Stopped: " + run.halt().sentence());
		}
	}

	private static String counts(Runs runs, Run run) {
		var counts = runs.counts(run.number());
		return Arrays.stream(RowStatus.values())
			.filter(counts::containsKey)
			.map((status) -> counts.get(status) + " " + status)
			.collect(Collectors.joining(", "));
	}

	private static String time(Run run) {
		return DateTimeText.minute(run.span().created().toInstant());
	}

}
