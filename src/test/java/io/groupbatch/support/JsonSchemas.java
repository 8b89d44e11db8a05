package io.groupbatch.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schemas of what is printed for scripts, as they are shipped.
 */
public final class JsonSchemas {

	/** Which schema is that of a command's {@code --json}. */
	public static final Map<String, String> OF_COMMANDS = Map.of("import", "summary", "plan", "summary", "apply",
			"summary", "resume", "summary", "undo", "summary", "report", "summary", "export", "export", "verify",
			"verify");

	private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

	private JsonSchemas() {
	}

	/** Fails when a command's output is another one than its schema says. */
	public static void assertConforms(List<String> arguments, String printed) {
		assertConforms(arguments.contains("--share") ? "share" : OF_COMMANDS.getOrDefault(arguments.get(0), "none"),
				printed);
	}

	/** Fails when a text is another one than a schema says. */
	public static void assertConforms(String schema, String json) {
		assertThat(READ.computeIfAbsent(schema, JsonSchemas::read).validate(json, InputFormat.JSON))
			.as("docs/schema/%s.schema.json has: %s", schema, json)
			.isEmpty();
	}

	private static Schema read(String name) {
		try {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(Files.readString(Path.of("docs/schema", name + ".schema.json")), InputFormat.JSON);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
