package io.groupbatch.portal.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groupbatch.portal.http.Answer.Pause;
import io.groupbatch.portal.http.Answer.Shape;
import io.groupbatch.portal.payload.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Makes a value of whatever came back (portal contract 2). Never throws for what a portal
 * sends. Only the status line is trusted for the status: the envelope's own number is
 * wrong for 415. Thread-safe.
 */
public final class AnswerReader {

	/** Errors are short; a longer one is not worth the memory of reading it. */
	private static final int LONGEST_ERROR = 1 << 20;

	private static final int LONGEST_WORDS = 300;

	private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]*)", Pattern.CASE_INSENSITIVE);

	/** What of a page is no text: its head, scripts, styles, comments and tags. */
	private static final Pattern MARKUP = Pattern
		.compile("(?is)<!--.*?(-->|$)|<(head|script|style)\\b.*?(</\\2\\s*>|$)|<[^>]*(>|$)");

	/** Control characters that are not white space. */
	private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0E-\\x1B\\x7F]");

	private static final Pattern NOT_FOR_EYES = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,9}");

	private final ApiKey key;

	public AnswerReader(ApiKey key) {
		this.key = key;
	}

	/**
	 * An answer, and what it carried.
	 *
	 * @param answer the answer, without its content
	 * @param total how many there are in all, or -1
	 * @param content what was asked for; null if the answer is anything else
	 */
	public record Read<T>(Answer answer, long total, @Nullable T content) {

		Read(Answer answer) {
			this(answer, -1, null);
		}

	}

	/**
	 * Reads an answer; never fails.
	 * @param body null if it could not be read
	 * @param content reads {@code response}; a failure of it makes the answer unreadable
	 */
	public <T> Read<T> read(int status, HttpHeaders headers, byte @Nullable [] body, Function<JsonParser, T> content) {
		boolean success = status / 100 == 2;
		if (success && body != null && !isBlank(body) && isJson(headers)) {
			try {
				return readEnvelope(status, body, content);
			}
			catch (JacksonException ex) {
				return new Read<>(unreadable(status));
			}
		}
		Answer answer = (body != null) ? readOther(status, headers, body) : unreadable(status);
		return new Read<>(withHeaders(answer, headers));
	}

	/** An answer whose body cannot be understood, so that it proves nothing. */
	public static Answer unreadable(int status) {
		return Answer.of(status, Shape.UNREADABLE, "an answer that cannot be read");
	}

	private static <T> Read<T> readEnvelope(int status, byte[] body, Function<JsonParser, T> content) {
		T found = null;
		long total = -1;
		try (JsonParser json = Json.MAPPER.createParser(body)) {
			json.nextToken();
			Json.enter(json);
			for (String field = json.nextName(); field != null; field = json.nextName()) {
				JsonToken value = json.nextToken();
				if (field.equals("response")) {
					found = content.apply(json);
				}
				else if (field.equals("total") && value == JsonToken.VALUE_NUMBER_INT) {
					total = json.getLongValue();
				}
				else {
					json.skipChildren();
				}
			}
			if (found == null || json.nextToken() != null) {
				return new Read<>(unreadable(status));
			}
		}
		return new Read<>(Answer.of(status, Shape.GROUP, ""), total, found);
	}

	private Answer readOther(int status, HttpHeaders headers, byte[] body) {
		if (isBlank(body)) {
			return Answer.of(status, Shape.EMPTY, "");
		}
		if (isJson(headers)) {
			return readProblem(status, body);
		}
		String start = new String(body, 0, Math.min(body.length, 4096), StandardCharsets.UTF_8).strip();
		if (start.startsWith("<") || typeOf(headers).endsWith("html")) {
			return Answer.of(status, Shape.PAGE, pageWords(status, start));
		}
		return (status / 100 == 2) ? unreadable(status)
				: Answer.of(status, Shape.TEXT, clean(start.lines().findFirst().orElse("")));
	}

	/** Its title; without one, of a page that is no success, its first words. */
	private String pageWords(int status, String page) {
		Matcher title = TITLE.matcher(page);
		String words = title.find() ? clean(Json.unescaped(title.group(1))) : "";
		if (words.isEmpty() && status / 100 != 2) {
			words = clean(Json.unescaped(MARKUP.matcher(page).replaceAll(" ")));
		}
		return words.isEmpty() ? "a web page" : words;
	}

	private Answer readProblem(int status, byte[] body) {
		if (body.length > LONGEST_ERROR) {
			return unreadable(status);
		}
		try {
			Answer answer = readProblem(status, Json.MAPPER.readTree(body));
			return (answer != null) ? answer : unknown(status, body);
		}
		catch (JacksonException ex) {
			return unknown(status, body);
		}
	}

	/** What no portal says, with its first words. */
	private Answer unknown(int status, byte[] body) {
		String words = clean(
				new String(body, 0, Math.min(body.length, LONGEST_WORDS * 4), StandardCharsets.UTF_8).strip());
		return (status / 100 == 2 || words.isEmpty()) ? unreadable(status) : Answer.of(status, Shape.UNREADABLE, words);
	}

	private @Nullable Answer readProblem(int status, JsonNode root) {
		JsonNode error = root.path("error");
		JsonNode wrapped = root.path("response");
		if (root.isString()) {
			return Answer.of(status, Shape.TEXT, clean(root.stringValue("").strip().lines().findFirst().orElse("")));
		}
		if (error.isObject() && isEnvelope(status, root)) {
			String type = error.path("type").stringValue(null);
			return new Answer(status, Shape.ERROR, null, clean(error.path("message").stringValue("")),
					(type != null) ? clean(type) : null, null, null);
		}
		if (wrapped.isObject() && root.path("statusCode").isInt()) {
			return Answer.of(status, (status == 400) ? Shape.VALIDATION : Shape.UNSUPPORTED, problemWords(wrapped));
		}
		return root.has("traceId") ? Answer.of(status, Shape.PROBLEM, problemWords(root)) : null;
	}

	/** Others have errors as well, in envelopes of their own (portal contract 2, A). */
	private static boolean isEnvelope(int status, JsonNode root) {
		return root.path("status").intValue(0) == 1 || root.path("statusCode").intValue(0) == status;
	}

	private String problemWords(JsonNode problem) {
		for (JsonNode messages : problem.path("errors")) {
			String first = clean(messages.path(0).stringValue(""));
			if (!first.isEmpty()) {
				return first;
			}
		}
		return clean(problem.path("title").stringValue(""));
	}

	private Answer withHeaders(Answer answer, HttpHeaders headers) {
		String wait = headers.getFirst(HttpHeaders.RETRY_AFTER);
		String location = headers.getFirst(HttpHeaders.LOCATION);
		Pause pause = null;
		if (answer.status() == 429 || wait != null) {
			String limit = headers.getFirst("X-RateLimit-Limit");
			pause = new Pause(retryAfter(wait, headers), number(limit));
		}
		return new Answer(answer.status(), answer.shape(), null, answer.words(), answer.errorType(), pause,
				(location != null) ? clean(location) : null);
	}

	/**
	 * Either seconds, or a date, which counts from the portal's own clock where it tells
	 * the time.
	 */
	private static @Nullable Duration retryAfter(@Nullable String wait, HttpHeaders headers) {
		if (wait != null && NUMBER.matcher(wait).matches()) {
			Integer seconds = number(wait);
			return Duration.ofSeconds((seconds != null) ? seconds : Integer.MAX_VALUE);
		}
		Long until = (wait != null) ? date(headers, HttpHeaders.RETRY_AFTER) : null;
		if (until == null) {
			return null;
		}
		Long now = date(headers, HttpHeaders.DATE);
		long millis = until - ((now != null) ? now : System.currentTimeMillis());
		return Duration.ofMillis(Math.max(0, millis));
	}

	/** A date, where it is one. */
	private static @Nullable Long date(HttpHeaders headers, String name) {
		try {
			long date = headers.getFirstDate(name);
			return (date >= 0) ? date : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable Integer number(@Nullable String text) {
		return (text != null && SHORT_NUMBER.matcher(text).matches()) ? Integer.valueOf(text) : null;
	}

	private static boolean isJson(HttpHeaders headers) {
		String type = typeOf(headers);
		return type.endsWith("/json") || type.endsWith("+json");
	}

	private static String typeOf(HttpHeaders headers) {
		String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return (type != null) ? type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT) : "";
	}

	private static boolean isBlank(byte[] body) {
		int i = 0;
		while (i < body.length && body[i] >= 0 && body[i] <= ' ') {
			i++;
		}
		return i == body.length;
	}

	/** The sign that Unicode has for a control character. */
	private static String picture(char control) {
		return String.valueOf((control == 0x7F) ? '\u2421' : (char) (0x2400 + control));
	}

	/** One short line, fit for a terminal and a report, without the key. */
	String clean(String words) {
		String visible = CONTROL.matcher(words).replaceAll((control) -> picture(control.group().charAt(0)));
		String line = this.key.hideIn(NOT_FOR_EYES.matcher(visible).replaceAll(" ").strip());
		if (line.length() <= LONGEST_WORDS) {
			return line;
		}
		int end = Character.isHighSurrogate(line.charAt(LONGEST_WORDS - 1)) ? LONGEST_WORDS - 1 : LONGEST_WORDS;
		return line.substring(0, end);
	}

}
