package io.groupbatch.cli;

import java.util.Locale;

import picocli.CommandLine.TypeConversionException;

/**
 * Separators as a command line spells them.
 */
final class Delimiters {

	private Delimiters() {
	}

	/** The character that is meant; {@code tab} and {@code \t} are spelled out. */
	static char parse(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "tab", "\\t", "\t" -> '\t';
			case ",", "comma" -> ',';
			case ";", "semicolon" -> ';';
			case "|", "pipe" -> '|';
			default -> throw new TypeConversionException("\"" + text + "\" is none of , ; | and tab");
		};
	}

}
