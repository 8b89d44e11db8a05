package io.groupbatch.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.protocol.ApiException;

import com.sun.net.httpserver.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One request, read whole. The names of query parameters match whatever their case.
 *
 * @param method the HTTP method
 * @param target path and query as sent
 * @param segments the decoded parts of the path below {@code /api/2.0}; empty for any
 * other path
 * @param query the decoded query parameters
 * @param headers the request's headers
 * @param body the body as text
 * @param exchange the exchange that it begins
 */
public record ApiRequest(String method, String target, List<String> segments, Map<String, List<String>> query,
		Headers headers, String body, Exchange exchange) {

	private static final String BASE = "/api/2.0/";

	private static final Pattern HYPHENATED = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	private static final Pattern PLAIN = Pattern
		.compile("(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{12})");

	static ApiRequest of(RecordedRequest request, Headers headers, Exchange exchange) {
		String target = request.path();
		int mark = target.indexOf('?');
		String query = (mark < 0) ? "" : target.substring(mark + 1);
		return new ApiRequest(request.method(), target, segments(target), parameters(query), headers, request.body(),
				exchange);
	}

	/** The groups named in a path: none, one, or two when members move. */
	static List<UUID> groups(String target) {
		List<String> segments = segments(target);
		if (segments.isEmpty() || !segments.get(0).equalsIgnoreCase("group")) {
			return List.of();
		}
		return segments.stream().skip(1).flatMap((segment) -> guidInPath(segment).stream()).distinct().toList();
	}

	/** A GUID in the one form JSON and query accept: 36 characters. */
	static Optional<UUID> guid(String text) {
		return HYPHENATED.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
	}

	/**
	 * A GUID in any form a path accepts: also without hyphens, in braces, in brackets.
	 */
	public static Optional<UUID> guidInPath(String text) {
		boolean wrapped = (text.startsWith("{") && text.endsWith("}")) || (text.startsWith("(") && text.endsWith(")"));
		String bare = wrapped ? text.substring(1, text.length() - 1) : text;
		return guid(PLAIN.matcher(bare).matches() ? PLAIN.matcher(bare).replaceFirst("$1-$2-$3-$4-$5") : bare);
	}

	/** The GUID at this place of the path, which the route has checked. */
	public UUID guidAt(int index) {
		return guidInPath(this.segments.get(index)).orElseThrow();
	}

	/** The first header of that name; empty if there is none. */
	public String header(String name) {
		String value = this.headers.getFirst(name);
		return (value != null) ? value : "";
	}

	/** The address as the portal shows it in {@code links}. */
	String url() {
		return "http://" + header("Host") + this.target;
	}

	/** The first query parameter of that name; null if there is none. */
	public @Nullable String text(String name) {
		List<String> values = this.query.get(name);
		return (values != null) ? values.get(0) : null;
	}

	public List<String> texts(String name) {
		return this.query.getOrDefault(name, List.of());
	}

	/**
	 * The query parameter as true or false.
	 * @param missing the value if it is not there
	 * @throws ApiException 400 if it is neither
	 */
	public boolean flag(String name, boolean missing) {
		String text = text(name);
		if (text == null) {
			return missing;
		}
		if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
			throw notValid(name, text);
		}
		return text.equalsIgnoreCase("true");
	}

	/**
	 * The query parameter as a whole number.
	 * @param missing the value if it is not there
	 * @throws ApiException 400 if it is none
	 */
	public int number(String name, int missing) {
		String text = text(name);
		try {
			return (text != null) ? Integer.parseInt(text.strip()) : missing;
		}
		catch (NumberFormatException ex) {
			throw notValid(name, text);
		}
	}

	/** The page size, 1 to 100 (portal contract 6). */
	public int pageSize() {
		int count = number("count", 100);
		if (count < 1 || count > 100) {
			throw ApiException.invalid("count", "The field Count must be between 1 and 100.");
		}
		return count;
	}

	/** Whether {@code sortOrder} asks for the reverse. */
	public boolean descending() {
		String text = text("sortOrder");
		if (text == null || text.equals("0") || text.equalsIgnoreCase("ascending")) {
			return false;
		}
		if (!text.equals("1") && !text.equalsIgnoreCase("descending")) {
			throw notValid("sortOrder", text);
		}
		return true;
	}

	/** The GUID in this parameter; none if it is missing or empty. */
	public @Nullable UUID guidParameter(String name) {
		String text = text(name);
		return (text == null || text.isEmpty()) ? null : guidInPath(text).orElseThrow(() -> notValid(name, text));
	}

	/** The 400 for a query parameter that cannot be read; not thrown here. */
	public static ApiException notValid(String name, @Nullable String text) {
		return ApiException.invalid(name, "The value '" + text + "' is not valid.");
	}

	private static List<String> segments(String target) {
		int mark = target.indexOf('?');
		String path = (mark < 0) ? target : target.substring(0, mark);
		if (!path.regionMatches(true, 0, BASE, 0, BASE.length())) {
			return List.of();
		}
		String below = path.substring(BASE.length());
		String trimmed = below.endsWith("/") ? below.substring(0, below.length() - 1) : below;
		return Pattern.compile("/").splitAsStream(trimmed).map((part) -> decoded(part.replace("+", "%2B"))).toList();
	}

	private static Map<String, List<String>> parameters(String query) {
		Map<String, List<String>> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		Pattern.compile("&").splitAsStream(query).filter((pair) -> !pair.isEmpty()).forEach((pair) -> {
			int sign = pair.indexOf('=');
			String name = decoded((sign < 0) ? pair : pair.substring(0, sign));
			String value = (sign < 0) ? "" : decoded(pair.substring(sign + 1));
			parameters.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
		});
		return parameters;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
