package io.groupbatch.sandbox.protocol;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON as the portal writes it: its dates, its encoding of texts, and the trimming
 * by {@code fields} (portal contract 1.0).
 */
public final class JsonWriter {

	public static final JsonMapper MAPPER = new JsonMapper();

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private JsonWriter() {
	}

	public static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	public static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	public static String text(JsonNode node) {
		return MAPPER.writeValueAsString(node);
	}

	/** The portal's form of a date: seven digits after the second. */
	public static String date(Instant instant) {
		return DATE.format(instant);
	}

	/** Keeps only the named properties; a dotted name selects below; none keeps all. */
	public static JsonNode trimmed(JsonNode node, List<String> fields) {
		if (fields.isEmpty() || fields.contains("")) {
			return node;
		}
		if (node.isArray()) {
			ArrayNode kept = array();
			node.forEach((element) -> kept.add(trimmed(element, fields)));
			return kept;
		}
		if (!node.isObject()) {
			return node;
		}
		ObjectNode kept = object();
		Map<String, List<String>> below = fields.stream()
			.collect(
					Collectors.groupingBy(JsonWriter::head, Collectors.mapping(JsonWriter::tail, Collectors.toList())));
		node.properties()
			.stream()
			.filter((property) -> below.containsKey(property.getKey()))
			.forEach((property) -> kept.set(property.getKey(),
					trimmed(property.getValue(), below.getOrDefault(property.getKey(), List.of()))));
		return kept;
	}

	/** .NET's HTML encoding: five signs, U+00A0 to U+00FF and everything astral. */
	public static String encoded(String text) {
		StringBuilder encoded = new StringBuilder(text.length() + 16);
		text.codePoints().forEach((point) -> {
			switch (point) {
				case '&' -> encoded.append("&amp;");
				case '<' -> encoded.append("&lt;");
				case '>' -> encoded.append("&gt;");
				case '"' -> encoded.append("&quot;");
				case '\'' -> encoded.append("&#39;");
				default -> appendOther(encoded, point);
			}
		});
		return encoded.toString();
	}

	private static void appendOther(StringBuilder encoded, int point) {
		if ((point >= 0xA0 && point <= 0xFF) || point > 0xFFFF) {
			encoded.append("&#").append(point).append(';');
		}
		else {
			encoded.appendCodePoint(point);
		}
	}

	private static String head(String field) {
		int dot = field.indexOf('.');
		return (dot < 0) ? field : field.substring(0, dot);
	}

	private static String tail(String field) {
		int dot = field.indexOf('.');
		return (dot < 0) ? "" : field.substring(dot + 1);
	}

}
