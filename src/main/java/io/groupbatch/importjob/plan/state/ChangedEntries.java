package io.groupbatch.importjob.plan.state;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Entries of a table, by their keys, as the rows planned so far leave them: those that
 * were loaded, and which of them have to be saved. For one thread.
 */
public final class ChangedEntries<K, V> {

	private final Map<K, V> entries = new LinkedHashMap<>();

	private final Set<K> loaded = new HashSet<>();

	private final Set<K> changed = new LinkedHashSet<>();

	/** Takes an entry over from the table. */
	public void load(K key, V value) {
		this.entries.put(key, value);
		this.loaded.add(key);
	}

	/** The entry; null when there is none, or when it was not loaded. */
	public @Nullable V find(K key) {
		return this.entries.get(key);
	}

	/** An entry that is there. */
	V get(K key) {
		return Objects.requireNonNull(find(key));
	}

	/** Adds an entry, or replaces it. */
	public void put(K key, V value) {
		this.entries.put(key, value);
		this.changed.add(key);
	}

	/** Removes an entry, if it is there. */
	void remove(K key) {
		if (this.entries.remove(key) != null) {
			this.changed.add(key);
		}
	}

	/** The keys of the entries that were loaded. */
	Set<K> loaded() {
		return this.loaded;
	}

	/** What has to be inserted. */
	public List<V> added() {
		return present().filter((key) -> !this.loaded.contains(key)).map(this::get).toList();
	}

	/** What has to be updated. */
	List<V> updated() {
		return present().filter(this.loaded::contains).map(this::get).toList();
	}

	/** Both, for tables in which a new entry replaces the one that is there. */
	public List<V> addedOrUpdated() {
		return present().map(this::get).toList();
	}

	/** The keys of what has to be deleted. */
	List<K> removed() {
		return this.changed.stream().filter((key) -> !this.entries.containsKey(key)).toList();
	}

	private Stream<K> present() {
		return this.changed.stream().filter(this.entries::containsKey);
	}

}
