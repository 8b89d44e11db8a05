package io.groupbatch.cli.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The options of a command line as properties for the Spring beans.
 *
 * @param properties by property name: how much is logged, and what reports say of
 * commands
 * @param options records of which there is one of each type; each becomes a bean
 */
public record Settings(Map<String, Object> properties, List<Record> options) {

	public Settings {
		properties = Map.copyOf(properties);
		options = List.copyOf(options);
	}

	/** The same, and further options. */
	public Settings with(Record... further) {
		List<Record> all = new ArrayList<>(this.options);
		all.addAll(List.of(further));
		return new Settings(this.properties, all);
	}

}
