package io.groupbatch.importjob.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.groupbatch.journal.SetWish;
import io.groupbatch.journal.SetWish.Mentioned;
import io.groupbatch.journal.SetWishes;

import org.jspecify.annotations.Nullable;

/**
 * What the {@code set-members} rows planned so far come to. Loaded for a chunk of rows,
 * saved with it. For one thread.
 */
final class SetsSoFar {

	private final long run;

	private final SetWishes store;

	private final Map<Long, SetWish> wishes;

	private final Set<Long> added = new HashSet<>();

	SetsSoFar(long run, SetWishes store, Collection<Long> refs) {
		this.run = run;
		this.store = store;
		this.wishes = new HashMap<>(store.ofGroups(refs));
	}

	/** What was decided for a group; null when nothing was. */
	@Nullable SetWish of(long ref) {
		return this.wishes.get(ref);
	}

	void put(SetWish wish) {
		this.wishes.put(wish.ref(), wish);
		this.added.add(wish.ref());
	}

	/** Goes through the rows that may be about a group, in the order of the file. */
	void forEachRow(Collection<String> keys, Consumer<Mentioned> each) {
		this.store.forEach(this.run, keys, each);
	}

	void save() {
		this.store.add(this.run,
				this.added.stream().map((ref) -> Objects.requireNonNull(this.wishes.get(ref))).toList());
	}

}
