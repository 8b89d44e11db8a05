package io.groupbatch.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import org.springframework.boot.convert.DurationStyle;

/**
 * A time as people write it: {@code 90s}, {@code 5m}, {@code 200ms}; a bare number counts
 * seconds.
 */
final class DurationText implements ITypeConverter<Duration> {

	@Override
	public Duration convert(String text) {
		try {
			Duration time = DurationStyle.SIMPLE.parse(text.strip(), ChronoUnit.SECONDS);
			if (!time.isNegative()) {
				return time;
			}
		}
		catch (IllegalArgumentException ex) {
			// said below
		}
		throw new TypeConversionException("'" + text + "' is no time such as 90s or 5m");
	}

}
