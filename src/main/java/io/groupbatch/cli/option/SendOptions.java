package io.groupbatch.cli.option;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.groupbatch.importjob.RunTargetCheck;
import io.groupbatch.importjob.options.SendProperties;
import io.groupbatch.review.GuardOptions;
import io.groupbatch.text.Threshold;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import org.springframework.boot.convert.DurationStyle;

import org.jspecify.annotations.Nullable;

/**
 * How a run is sent and told.
 */
public class SendOptions {

	private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,6})(/min)?");

	/** Those that a resume keeps. */
	private static final List<String> KEPT = List.of("--concurrency", "--settle", "--wait", "--rate", "--max-errors",
			"--max-deletes", "--max-removals");

	@Spec(Spec.Target.MIXEE)
	@Nullable CommandSpec spec;

	@Option(names = { "-y", "--yes" },
			description = "Send without asking. Needed where there is no terminal to ask on, such as in a scheduled job: nothing is sent"
					+ " there without it. --max-deletes, --max-removals and --max-invites still hold.")
	public boolean yes;

	@Option(names = "--json", description = "Print the summary as JSON.")
	public boolean json;

	private int concurrency = 15;

	@Option(names = "--concurrency", paramLabel = "N", defaultValue = "15",
			description = "How many requests at once, 1 to 50. Default: ${DEFAULT-VALUE}")
	void setConcurrency(int requests) {
		if (requests < 1 || requests > 50) {
			throw new ParameterException(Objects.requireNonNull(this.spec).commandLine(),
					"--concurrency must be between 1 and 50, not " + requests);
		}
		this.concurrency = requests;
	}

	@Option(names = "--settle", paramLabel = "DURATION", defaultValue = "90s", converter = DurationText.class,
			description = "How long the portal may still work on a request whose answer was lost, such as 90s or 5m."
					+ " Default: ${DEFAULT-VALUE}")
	Duration settle = Duration.ofSeconds(90);

	@Option(names = "--wait", description = "Sleep through a long pause that the portal asks for, instead of ending.")
	boolean sleepThrough;

	@Option(names = "--as-other-account", description = "Continue a run that was planned with the key of another user.")
	boolean asOtherAccount;

	@Option(names = "--portal-moved",
			description = "Continue a run at another address than the one it was planned for: the portal has moved.")
	public boolean portalMoved;

	@Option(names = "--ignore-pause",
			description = "Send although the portal has asked for a long pause. If it still wants one, it says so.")
	boolean ignorePause;

	private @Nullable Integer rate;

	@Option(names = "--rate", paramLabel = "auto|N/min", defaultValue = "auto",
			description = "How many requests a minute. Default: auto, as many as the portal takes")
	void setRate(String text) {
		Matcher number = RATE.matcher(text.strip());
		if (!text.strip().equals("auto") && !number.matches()) {
			throw new ParameterException(Objects.requireNonNull(this.spec).commandLine(),
					"--rate must be auto, or a number such as 300/min, not " + text);
		}
		this.rate = number.matches() ? Integer.valueOf(number.group(1)) : null;
	}

	private @Nullable Threshold maxErrors;

	@Option(names = "--max-errors", paramLabel = "N|N%",
			description = "Stop when more rows than that have failed. Default: never")
	void setMaxErrors(String text) {
		this.maxErrors = most("max-errors", text);
	}

	private @Nullable Threshold maxDeletes;

	@Option(names = "--max-deletes", paramLabel = "N|N%",
			description = "Delete that many of the portal's groups without a second question. Default: 10, or 10%% if that is more")
	void setMaxDeletes(String text) {
		this.maxDeletes = most("max-deletes", text);
	}

	private @Nullable Threshold maxRemovals;

	@Option(names = "--max-removals", paramLabel = "N|N%",
			description = "Remove that many of the members of any group without a second question; a percentage"
					+ " counts for groups of ten and more. Default: 20%%")
	void setMaxRemovals(String text) {
		this.maxRemovals = most("max-removals", text);
	}

	@Option(names = "--max-invites", paramLabel = "N", defaultValue = "50", converter = WholeNumberConverter.class,
			description = "Invite that many people without a second question. Default: ${DEFAULT-VALUE}")
	int maxInvites;

	private Threshold most(String option, String text) {
		return Threshold.of(text)
			.orElseThrow(() -> new ParameterException(Objects.requireNonNull(this.spec).commandLine(),
					"--" + option + " must be a number such as 20, or a part such as 5%, not " + text));
	}

	/**
	 * What the user has said of how to send, to be kept with a run.
	 * @return words such as {@code --concurrency=2}; empty: nothing was said
	 */
	public String kept() {
		return KEPT.stream()
			.filter(this::isGiven)
			.map((name) -> name + "=" + option(name).originalStringValues().get(0))
			.collect(Collectors.joining(" "));
	}

	/**
	 * Goes on as was said when a run was started, as far as nothing else is said now.
	 * @param kept what {@link #kept} gave
	 */
	public void goOnAs(String kept) {
		Arrays.stream(kept.split(" "))
			.map((word) -> word.split("=", 2))
			.filter((word) -> word.length == 2 && KEPT.contains(word[0]) && !isGiven(word[0]))
			.forEach((word) -> set(word[0], word[1]));
	}

	private void set(String name, String value) {
		switch (name) {
			case "--concurrency" -> setConcurrency(Integer.parseInt(value));
			case "--settle" -> this.settle = new DurationText().convert(value);
			case "--wait" -> this.sleepThrough = Boolean.parseBoolean(value);
			case "--rate" -> setRate(value);
			case "--max-errors" -> setMaxErrors(value);
			case "--max-deletes" -> setMaxDeletes(value);
			case "--max-removals" -> setMaxRemovals(value);
			default -> throw new IllegalArgumentException(name);
		}
	}

	private boolean isGiven(String name) {
		return Objects.requireNonNull(this.spec).commandLine().getParseResult().hasMatchedOption(name);
	}

	private OptionSpec option(String name) {
		return Objects.requireNonNull(this.spec).findOption(name);
	}

	/** How many requests may be under way at once. */
	public int concurrency() {
		return this.concurrency;
	}

	/**
	 * How to send.
	 * @param decisions what a person decided about rows in doubt: an id, or {@code none}
	 */
	public SendProperties options(Map<Long, String> decisions) {
		return new SendProperties(this.concurrency, SendProperties.usualPatience(), this.settle, decisions, this.rate,
				this.sleepThrough, this.ignorePause, this.maxErrors);
	}

	/** What an earlier run may go on with. */
	public RunTargetCheck.Allowed allowed() {
		return new RunTargetCheck.Allowed(this.portalMoved, this.asOtherAccount);
	}

	/** How much a run may take away unasked. */
	public GuardOptions guards() {
		return new GuardOptions(this.maxDeletes, this.maxRemovals, this.maxInvites);
	}

	/**
	 * A time as people write it: {@code 90s}, {@code 5m}, {@code 200ms}; a bare number
	 * counts seconds.
	 */
	static final class DurationText implements ITypeConverter<Duration> {

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
			throw new TypeConversionException("'" + text + "' is not a duration such as 90s or 5m");
		}

	}

}
