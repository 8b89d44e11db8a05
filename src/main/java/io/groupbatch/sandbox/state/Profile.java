package io.groupbatch.sandbox.state;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person and that person's ordinary groups, sorted byte-wise by name, as they were at
 * one moment (portal contract 1.0.3).
 */
public record Profile(Person person, List<Membership> groups) {

	/** One of a person's groups, with its manager's user name (portal contract 1.0.2). */
	public record Membership(UUID id, String name, @Nullable String manager) {

	}

}
