package io.groupbatch.cli.console;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * The message of a line of the log ({@code %printable} in {@code logback.xml}), in which
 * no control character is left.
 */
public final class PrintableMessageConverter extends MessageConverter {

	@Override
	public String convert(ILoggingEvent event) {
		return TerminalText.printable(super.convert(event));
	}

}
