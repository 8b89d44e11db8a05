package io.groupbatch.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import io.groupbatch.cli.file.PrivateFiles;

import org.slf4j.LoggerFactory;

import org.jspecify.annotations.Nullable;

/**
 * The log of one command in a file, beside what is told on the terminal: each request
 * with its answer's status and time, and failures with their cause. Further commands
 * append to the file. Only its owner can read it.
 */
public final class LogFile implements AutoCloseable {

	private static final Logger logger = (Logger) LoggerFactory.getLogger(LogFile.class);

	private static final String OURS = "io.groupbatch";

	private static final String SCREEN = "STDERR";

	private final Path file;

	private final LogLine format;

	private final Level screen;

	private @Nullable FileAppender<ILoggingEvent> appender;

	/**
	 * Opens the file.
	 * @param json whether each line is a JSON object
	 * @param verbosity how many times more was asked for on the terminal; with one or
	 * more, personal data may be in the file
	 */
	public LogFile(Path file, boolean json, int verbosity) throws IOException {
		this.file = file.toAbsolutePath();
		this.format = new LogLine(json, verbosity > 0);
		this.screen = (verbosity == 0) ? Level.WARN : (verbosity == 1) ? Level.INFO : Level.DEBUG;
		if (Files.notExists(this.file)) {
			PrivateFiles.file(this.file).close();
		}
		if (!Files.isWritable(this.file)) {
			throw new IOException("it cannot be written");
		}
		attach();
	}

	/** To be called again when Spring has set up logging, which it does from scratch. */
	public void attach() {
		LoggerContext context = context();
		FileAppender<ILoggingEvent> added = new FileAppender<>();
		added.setName("LOG-FILE");
		added.setContext(context);
		added.setFile(this.file.toString());
		added.setEncoder(this.format);
		this.format.setContext(context);
		this.format.start();
		added.start();
		this.appender = added;
		Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		root.addAppender(added);
		Appender<ILoggingEvent> terminal = root.getAppender(SCREEN);
		if (terminal != null) {
			ThresholdFilter filter = new ThresholdFilter();
			filter.setLevel(this.screen.toString());
			filter.start();
			terminal.addFilter(filter);
		}
		context.getLogger(OURS).setLevel(Level.DEBUG);
	}

	/**
	 * Notes that a command begins.
	 * @param version of the program
	 * @param command in the words of the command line
	 * @param options which were given, without their values
	 */
	public void begins(String version, String command, List<String> options) {
		logger.debug("Groupbatch {} begins: {} {} (Java {}, {} {})", version, command, options,
				System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"));
	}

	/** Notes why a command cannot be carried out. */
	public void failed(Throwable failure) {
		logger.debug("Failed", failure);
	}

	/** Notes what the shell is told. */
	public void ends(int exitCode) {
		logger.debug("Ends with exit code {}", exitCode);
	}

	@Override
	public void close() {
		LoggerContext context = context();
		Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		FileAppender<ILoggingEvent> added = this.appender;
		if (added != null) {
			root.detachAppender(added);
			added.stop();
		}
		Appender<ILoggingEvent> terminal = root.getAppender(SCREEN);
		if (terminal != null) {
			terminal.clearAllFilters();
		}
		context.getLogger(OURS).setLevel(Level.WARN);
	}

	private static LoggerContext context() {
		return (LoggerContext) LoggerFactory.getILoggerFactory();
	}

}
