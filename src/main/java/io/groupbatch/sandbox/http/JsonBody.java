package io.groupbatch.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.protocol.JsonWriter;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The JSON object in a request's body, read as the portal binds it: names match whatever
 * their case, unknown ones are ignored, GUIDs have 36 characters. What does not bind is a
 * {@link ApiException} of shape B or C (portal contract 1.4 and 2.2).
 */
public final class JsonBody {

	private static final Pattern JSON_TYPE = Pattern
		.compile("(application/json|text/json|application/[^;]+\\+json)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

	private static final Pattern CHARSET = Pattern.compile(".*;\\s*charset\\s*=\\s*\"?(?!utf-8)[^\"]*\"?.*",
			Pattern.CASE_INSENSITIVE);

	private final Map<String, JsonNode> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private JsonBody(JsonNode object) {
		object.properties().forEach((property) -> this.properties.put(property.getKey(), property.getValue()));
	}

	/**
	 * Reads the body of a request.
	 * @param name what an error calls the whole body when it is missing
	 */
	public static JsonBody of(ApiRequest request, String name) {
		String type = request.header("Content-Type");
		if (!JSON_TYPE.matcher(type).matches() || CHARSET.matcher(type).matches()) {
			throw ApiException.unsupportedMediaType();
		}
		if (request.body().isEmpty()) {
			throw ApiException.invalid(name, "A non-empty request body is required.");
		}
		try {
			JsonNode node = JsonWriter.MAPPER.readTree(request.body());
			if (!node.isObject()) {
				throw notConvertible("$", "the request");
			}
			return new JsonBody(node);
		}
		catch (JacksonException ex) {
			throw ApiException.invalid("$", "'" + ex.getOriginalMessage() + "' Path: $ | LineNumber: 0.");
		}
	}

	public void require(String name) {
		if (!this.properties.containsKey(name)) {
			throw ApiException.invalid("$",
					"JSON deserialization was missing required properties including: '" + name + "'.");
		}
	}

	/** The text; null when missing or JSON null. */
	public @Nullable String text(String name) {
		JsonNode node = this.properties.get(name);
		if (node == null || node.isNull()) {
			return null;
		}
		if (!node.isString() || !StandardCharsets.UTF_8.newEncoder().canEncode(node.stringValue())) {
			throw notConvertible("$." + name, "System.String");
		}
		return node.stringValue();
	}

	/** The GUID; zero when missing. JSON null does not bind. */
	public UUID guid(String name) {
		JsonNode node = this.properties.get(name);
		return (node != null) ? guid(node, "$." + name) : new UUID(0, 0);
	}

	/** The GUIDs; null when missing or JSON null. */
	public @Nullable List<UUID> guids(String name) {
		JsonNode node = this.properties.get(name);
		if (node == null || node.isNull()) {
			return null;
		}
		if (!node.isArray()) {
			throw notConvertible("$." + name, "System.Collections.Generic.IEnumerable`1[System.Guid]");
		}
		List<UUID> guids = new ArrayList<>(node.size());
		for (JsonNode element : node) {
			guids.add(guid(element, "$." + name + "[" + guids.size() + "]"));
		}
		return guids;
	}

	/** The objects of an array, which must be there. */
	public List<JsonBody> objects(String name) {
		JsonNode node = this.properties.get(name);
		if (node == null || !node.isArray() || !node.valueStream().allMatch(JsonNode::isObject)) {
			throw notConvertible("$." + name, "System.Collections.Generic.IEnumerable`1[System.Object]");
		}
		return node.valueStream().map(JsonBody::new).toList();
	}

	/** A text or a number, as text; empty when missing. */
	public String word(String name) {
		JsonNode node = this.properties.get(name);
		return (node != null) ? node.asString("") : "";
	}

	private static UUID guid(JsonNode node, String path) {
		Optional<UUID> guid = node.isString() ? ApiRequest.guid(node.stringValue()) : Optional.empty();
		return guid.orElseThrow(() -> notConvertible(path, "System.Guid"));
	}

	private static ApiException notConvertible(String path, String type) {
		return ApiException.invalid(path, "The JSON value could not be converted to " + type + ". Path: " + path
				+ " | LineNumber: 0 | BytePositionInLine: 0.");
	}

}
