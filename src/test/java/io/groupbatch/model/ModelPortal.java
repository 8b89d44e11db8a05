package io.groupbatch.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;

import org.jspecify.annotations.Nullable;

/**
 * The groups of a portal as the model has them, or as they were at one moment.
 */
final class ModelPortal {

	private final Map<String, ModelGroup> groups = new LinkedHashMap<>();

	static ModelPortal of(Sandbox sandbox) {
		ModelPortal portal = new ModelPortal();
		sandbox.groups().stream().map(ModelGroup::of).forEach(portal::put);
		return portal;
	}

	ModelPortal copy() {
		ModelPortal copy = new ModelPortal();
		this.groups.values().stream().map(ModelGroup::copy).forEach(copy::put);
		return copy;
	}

	void put(ModelGroup group) {
		this.groups.put(group.id, group);
	}

	void remove(String id) {
		this.groups.remove(id);
	}

	@Nullable ModelGroup withId(String id) {
		return this.groups.get(id);
	}

	List<ModelGroup> named(String name) {
		return groups().filter((group) -> group.name.equals(name)).toList();
	}

	Stream<ModelGroup> groups() {
		return this.groups.values().stream();
	}

	/** Every group as a line, with its id where the portal had it before. */
	List<String> lines(ModelPortal before) {
		return groups().map((group) -> ((before.withId(group.id) != null) ? group.id : "new") + " " + group.text())
			.sorted()
			.toList();
	}

	/** How many groups have each name. */
	Map<String, Long> names() {
		Map<String, Long> names = new TreeMap<>();
		groups().forEach((group) -> names.merge(group.name, 1L, Long::sum));
		return names;
	}

	/** The ids of the groups that are not as they were, or not there any more, or new. */
	List<String> differences(ModelPortal before) {
		return Stream.concat(groups(), before.groups())
			.map((group) -> group.id)
			.distinct()
			.filter((id) -> !Objects.equals(text(withId(id)), text(before.withId(id))))
			.toList();
	}

	private static @Nullable String text(@Nullable ModelGroup group) {
		return (group != null) ? group.text() : null;
	}

}
