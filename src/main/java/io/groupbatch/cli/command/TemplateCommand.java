package io.groupbatch.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.OutputFile;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code template KIND [FILE]}: writes an example file. Needs neither portal
 * nor state folder.
 */
@Command(mixinStandardHelpOptions = true, name = "template",
		description = "Writes an example file, to be changed into your own. It can be imported into the sandbox as it is.",
		footer = { "", "Example:", "  " + ProgramName.IN_HELP + " template onboarding teams.csv" })
public class TemplateCommand implements Callable<Integer> {

	@Parameters(index = "0", paramLabel = "KIND",
			description = "onboarding: a row for each group; memberships: a row for each member of a group; "
					+ "people: a row for each person.")
	@Nullable Kind kind;

	@Parameters(index = "1", arity = "0..1", paramLabel = "FILE",
			description = "A file that is not there yet. Default, and -: standard output")
	@Nullable Path file;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	@Override
	public Integer call() {
		Terminal terminal = this.global.terminal();
		String text = text(Objects.requireNonNull(this.kind));
		Path target = this.file;
		try {
			if (target == null || !OutputFile.isRegular(target)) {
				OutputFile.write(target, "The example", (out) -> {
					out.write(text.getBytes(StandardCharsets.UTF_8));
					return text;
				});
				return ExitCode.OK.code();
			}
			Files.writeString(target, text, StandardOpenOption.CREATE_NEW);
		}
		catch (FileAlreadyExistsException ex) {
			throw new CommandException(ExitCode.CANNOT_WRITE,
					this.file + " already exists, and was not changed. Give another name.");
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeWritten("The example", this.file, ex);
		}
		terminal.say("Try it: " + ProgramName.command("import ") + this.file + " --sandbox");
		return ExitCode.OK.code();
	}

	private static String text(Kind kind) {
		String name = "template-" + kind + ".csv";
		try (InputStream in = Objects.requireNonNull(TemplateCommand.class.getResourceAsStream(name))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Spelled as on the command line. */
	enum Kind {

		onboarding, memberships, people

	}

}
