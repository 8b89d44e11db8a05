package io.groupbatch.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;

import io.groupbatch.audit.AuditCheck;
import io.groupbatch.audit.AuditFile;
import io.groupbatch.audit.AuditFilter;
import io.groupbatch.audit.AuditFormat;
import io.groupbatch.audit.AuditManifest;
import io.groupbatch.audit.AuditRecord;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.OutputFile;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.text.DateTimeText;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code audit [FILE]}: writes the audit record of all ended runs, or checks
 * such a file. Needs no portal.
 */
@Command(mixinStandardHelpOptions = true, name = "audit",
		description = "Writes who changed what, when and with which result, over all runs that have ended; or checks such a file.",
		footer = { "", "Examples:", "  " + ProgramName.IN_HELP + " audit q4.csv --from 2026-10-01 --to 2026-12-31",
				"  " + ProgramName.IN_HELP + " audit --check q4.csv --head 3b1f..." })
public class AuditCommand implements Callable<Integer> {

	private final ApplicationStarter starter;

	@Parameters(index = "0", arity = "0..1", paramLabel = "FILE",
			description = "Where to write it, and FILE.about.txt beside it. Default, and -: standard output")
	@Nullable Path file;

	@Option(names = "--from", paramLabel = "DATE",
			description = "The first day, such as 2026-10-01, in your time zone.")
	@Nullable LocalDate from;

	@Option(names = "--to", paramLabel = "DATE", description = "The last day.")
	@Nullable LocalDate to;

	@Option(names = "--portal", paramLabel = "URL", description = "Only this portal, written as runs lists it.")
	@Nullable String portal;

	@Option(names = "--format", paramLabel = "changes|memberships", defaultValue = "changes",
			description = "A line for each request and row (changes, the default), or for each person added or removed.")
	AuditFormat format = AuditFormat.CHANGES;

	@Option(names = "--include-sandbox", description = "Also changes of simulated portals.")
	boolean includeSandbox;

	@Option(names = "--force", description = "Replace a file of that name without asking.")
	boolean force;

	@Option(names = "--check", paramLabel = "FILE", description = "Check such a file instead.")
	@Nullable Path check;

	@Option(names = "--head", paramLabel = "HASH",
			description = "With --check: the hash that an import or an audit printed and that was kept elsewhere.")
	@Nullable String head;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	public AuditCommand(ApplicationStarter starter) {
		this.starter = starter;
	}

	@Override
	public Integer call() {
		Terminal terminal = this.global.terminal();
		try {
			return ((this.check != null) ? check(this.check, terminal) : export(terminal)).code();
		}
		catch (IOException ex) {
			throw (this.check != null) ? FileErrors.cannotBeRead(this.check, ex)
					: FileErrors.cannotBeWritten("The audit", this.file, ex);
		}
	}

	private ExitCode check(Path audit, Terminal terminal) throws IOException {
		AuditCheck.Finding found = AuditCheck.check(audit, this.head);
		found.problems().forEach(terminal::result);
		if (!found.problems().isEmpty()) {
			terminal.result(audit + " is not as it was written. Ask who had access to it since.");
			return ExitCode.DIFFERENCES;
		}
		if (this.head == null) {
			terminal.result(
					"%s: %s, no accidental change found. Without a --head that was kept elsewhere, a rewritten file is not found."
						.formatted(audit, TerminalText.count(found.lines(), "line", "lines")));
		}
		else {
			long further = found.lines() - found.upToHead();
			terminal.result("%s: %s unchanged, up to that head.%s".formatted(audit,
					TerminalText.count(found.upToHead(), "line", "lines"),
					(further > 0) ? " The head does not cover the %d after it.".formatted(further) : ""));
		}
		return ExitCode.OK;
	}

	private ExitCode export(Terminal terminal) throws IOException {
		OutputFile.check(this.file, this.force, terminal);
		ZoneId zone = ZoneId.systemDefault();
		AuditFilter selection = new AuditFilter(start(this.from, zone),
				start((this.to != null) ? this.to.plusDays(1) : null, zone), this.portal);
		Path target = (this.file != null && OutputFile.isRegular(this.file)) ? OutputFile.resolved(this.file) : null;
		AuditFile.Covered covered = OutputFile.write(this.file, "The audit", (out) -> write(out, selection));
		if (target != null) {
			Files.writeString(target.resolveSibling(target.getFileName() + ".about.txt"), AuditManifest
				.text(String.valueOf(target.getFileName()), covered, selection, Clock.systemUTC().instant()));
		}
		terminal.say("%s%s. Head: %s".formatted(TerminalText.count(covered.lines(), "line", "lines"),
				OutputFile.isStandardOutput(this.file) ? "" : ", in " + this.file, covered.head()));
		if (selection.from() != null || selection.until() != null) {
			terminal.say("Days are those of the time zone %s: from %s to before %s.".formatted(zone,
					(selection.from() != null) ? DateTimeText.minute(selection.from()) : "the beginning",
					(selection.until() != null) ? DateTimeText.minute(selection.until()) : "the end"));
		}
		if (!covered.open().isEmpty()) {
			terminal.say("Not in it, because they have not ended: runs "
					+ String.join(", ", covered.open().stream().map(String::valueOf).toList()) + ".");
		}
		return ExitCode.OK;
	}

	private AuditFile.Covered write(OutputStream out, AuditFilter selection) throws IOException {
		AuditFile audit = new AuditFile(out, selection, this.format);
		add(false, audit);
		if (this.includeSandbox && Files.exists(this.global.state(true))) {
			add(true, audit);
		}
		return audit.covered();
	}

	private void add(boolean sandbox, AuditFile audit) throws IOException {
		Path state = this.global.state(sandbox);
		try (ApplicationSession session = ApplicationSession.open(state, new ProcessStatusFile(state, "audit"),
				this.global.settings(), this.starter)) {
			AuditRecord record = session.audit();
			// Runs that no job has put there: given up, ended in a process that died
			// then,
			// or of a version that had no record.
			record.seal();
			audit.add(record);
		}
	}

	private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
		return (day != null) ? day.atStartOfDay(zone).toInstant() : null;
	}

}
