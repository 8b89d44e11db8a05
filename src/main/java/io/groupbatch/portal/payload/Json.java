package io.groupbatch.portal.payload;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that may be anything, token by token: a group's answer carries whole user
 * profiles of which we need the ids. Whatever does not fit ends in a
 * {@link tools.jackson.core.JacksonException}. Stateless.
 */
public final class Json {

	public static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build())
			.build())
		.build();

	private static final UUID ZERO = new UUID(0, 0);

	private Json() {
	}

	/** Checks that the parser is at the beginning of an object. */
	public static void enter(JsonParser json) {
		if (json.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(json, "No object");
		}
	}

	/** The value, which must not be null: else the JSON is not what it should be. */
	public static <T> T found(JsonParser json, @Nullable T value) {
		if (value == null) {
			throw new StreamReadException(json, "Something essential is missing");
		}
		return value;
	}

	/** The text at which the parser is; null for JSON null. */
	public static @Nullable String text(JsonParser json) {
		return switch (json.currentToken()) {
			case VALUE_STRING -> json.getString();
			case VALUE_NULL -> null;
			default -> throw new StreamReadException(json, "No text");
		};
	}

	static boolean flag(JsonParser json) {
		return switch (json.currentToken()) {
			case VALUE_TRUE -> true;
			case VALUE_FALSE, VALUE_NULL -> false;
			default -> throw new StreamReadException(json, "Neither true nor false");
		};
	}

	static int number(JsonParser json) {
		return switch (json.currentToken()) {
			case VALUE_NUMBER_INT -> json.getIntValue();
			case VALUE_NULL -> 0;
			default -> throw new StreamReadException(json, "No whole number");
		};
	}

	/** An id; the portal writes the zero id where there is none. */
	static @Nullable UUID id(JsonParser json) {
		String text = text(json);
		if (text == null) {
			return null;
		}
		if (!isId(text)) {
			throw new StreamReadException(json, "No id");
		}
		UUID id = UUID.fromString(text);
		return id.equals(ZERO) ? null : id;
	}

	/** An id that nothing depends on; whatever else stands there is none. */
	public static @Nullable UUID idIfAny(JsonParser json) {
		if (json.currentToken() == JsonToken.VALUE_STRING && isId(json.getString())) {
			return id(json);
		}
		json.skipChildren();
		return null;
	}

	/** {@link UUID#fromString} alone also takes short and signed groups of digits. */
	private static boolean isId(String text) {
		for (int i = 0; i < text.length(); i++) {
			boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
			if (dash ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
				return false;
			}
		}
		return text.length() == 36;
	}

	static @Nullable UUID idOf(JsonParser json) {
		if (json.currentToken() == JsonToken.VALUE_NULL) {
			return null;
		}
		enter(json);
		UUID id = null;
		boolean told = false;
		for (String field = json.nextName(); field != null; field = json.nextName()) {
			json.nextToken();
			if (field.equals("id")) {
				id = id(json);
				told = true;
			}
			else {
				json.skipChildren();
			}
		}
		if (!told) {
			throw new StreamReadException(json, "A person without an id");
		}
		return id;
	}

	static @Nullable List<UUID> idsOf(JsonParser json) {
		List<UUID> ids = list(json, (item) -> found(item, idOf(item)));
		if (ids == null) {
			return null;
		}
		Set<UUID> distinct = new LinkedHashSet<>(ids);
		return (distinct.size() == ids.size()) ? ids : List.copyOf(distinct);
	}

	/**
	 * The list at which the parser is, null for JSON null.
	 * @param item reads one item
	 */
	public static <T> @Nullable List<T> list(JsonParser json, Function<JsonParser, T> item) {
		if (json.currentToken() == JsonToken.VALUE_NULL) {
			return null;
		}
		if (json.currentToken() != JsonToken.START_ARRAY) {
			throw new StreamReadException(json, "No list");
		}
		List<T> items = new ArrayList<>();
		while (json.nextToken() != JsonToken.END_ARRAY) {
			items.add(item.apply(json));
		}
		return items;
	}

	/** Names for display come HTML-encoded (portal contract 1.0.3). */
	public static String unescaped(String html) {
		try {
			return HtmlUtils.htmlUnescape(html);
		}
		catch (IllegalArgumentException ex) {
			// an entity with a number that is no character
			return html;
		}
	}

}
