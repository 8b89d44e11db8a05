package io.groupbatch.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.groupbatch.text.ProgramName;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.option.GlobalOptions;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code completion [SHELL]}: prints the script by which a shell completes
 * the command line.
 */
@Command(mixinStandardHelpOptions = true, name = "completion",
		description = "Prints a script by which bash or zsh completes commands, options, values and file names.",
		footer = { "", "Example:", "  source <(" + ProgramName.IN_HELP + " completion)" })
public class CompletionCommand implements Callable<Integer> {

	private static final String NAME = "groupbatch";

	@Spec
	@Nullable CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "bash|zsh", description = "Both understand the same script.")
	@Nullable Shell shell;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	@Override
	public Integer call() {
		CommandLine root = Objects.requireNonNull(this.spec).root().commandLine();
		listValues(root);
		String script = AutoComplete.bash(NAME, root)
				+ (ProgramName.isInstalled() ? "" : "\ncomplete -F _complete_" + NAME + " -o default run.sh\n");
		try {
			OutputStream out = Terminal.data();
			out.write(script.getBytes(StandardCharsets.UTF_8));
			out.flush();
			return ExitCode.OK.code();
		}
		catch (IOException ex) {
			throw FileErrors.cannotBePrinted("The script");
		}
	}

	/** Where the label of an option lists its values, they are completed so. */
	private static void listValues(CommandLine line) {
		CommandSpec command = line.getCommandSpec();
		for (OptionSpec option : List.copyOf(command.options())) {
			if (option.paramLabel().matches("[a-z-]+(\\|[a-z-]+)*")) {
				command.remove(option);
				command.add(option.toBuilder().completionCandidates(List.of(option.paramLabel().split("\\|"))).build());
			}
		}
		line.getSubcommands().values().forEach(CompletionCommand::listValues);
	}

	/** Spelled as on the command line. */
	enum Shell {

		bash, zsh

	}

}
