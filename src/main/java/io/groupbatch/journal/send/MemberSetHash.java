package io.groupbatch.journal.send;

import java.util.Collection;
import java.util.UUID;

/**
 * A number of people, kept in little room, to be compared with another number of people:
 * equal when they are the same ones, and else, but for a chance of one in 2^64, not.
 *
 * @param size how many
 * @param sum of their scattered ids, in whatever order
 */
public record MemberSetHash(int size, long sum) {

	/** Nobody. */
	public static final MemberSetHash NOBODY = new MemberSetHash(0, 0);

	/** One person. */
	public static MemberSetHash of(UUID person) {
		return new MemberSetHash(1,
				scattered(person.getMostSignificantBits() + 31 * scattered(person.getLeastSignificantBits())));
	}

	/** Several people, each once. */
	public static MemberSetHash of(Collection<UUID> people) {
		return people.stream().map(MemberSetHash::of).reduce(NOBODY, MemberSetHash::with);
	}

	/** All of both; nobody may be in both. */
	public MemberSetHash with(MemberSetHash others) {
		return new MemberSetHash(this.size + others.size, this.sum + others.sum);
	}

	/** Else ids that differ in a few places would make up for one another. */
	private static long scattered(long bits) {
		long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

}
