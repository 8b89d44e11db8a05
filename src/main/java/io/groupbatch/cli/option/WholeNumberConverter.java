package io.groupbatch.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number from 0 to 999,999,999. */
public final class WholeNumberConverter implements ITypeConverter<Integer> {

	@Override
	public Integer convert(String text) {
		if (!text.matches("\\d{1,9}")) {
			throw new TypeConversionException("'" + text + "' is not a whole number");
		}
		return Integer.valueOf(text);
	}

}
