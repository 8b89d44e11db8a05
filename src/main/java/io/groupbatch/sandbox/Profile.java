package io.groupbatch.sandbox;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person and that person's ordinary groups, sorted byte-wise by name, as they were at
 * one moment (portal contract 1.0.3).
 */
record Profile(Person person, List<Membership> groups) {

	/** One of a person's groups, with its manager's user name (portal contract 1.0.2). */
	record Membership(UUID id, String name, @Nullable String manager) {

	}

}
