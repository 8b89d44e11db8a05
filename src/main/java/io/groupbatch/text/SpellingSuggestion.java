package io.groupbatch.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the word that the user may have meant: the fewest letters added, lost, changed or
 * swapped with a neighbour, at most two, and at most one in three.
 */
public final class SpellingSuggestion {

	private static final int MOST_SLIPS = 2;

	private static final int LETTERS_PER_SLIP = 3;

	private SpellingSuggestion() {
	}

	/** The nearest of some words, if one is near enough. */
	public static Optional<String> nearest(String word, List<String> words) {
		int slips = Math.min(MOST_SLIPS, word.length() / LETTERS_PER_SLIP);
		return words.stream()
			.filter((other) -> Math.abs(other.length() - word.length()) <= slips)
			.filter((other) -> distance(word, other) <= slips)
			.min(Comparator.comparingInt((other) -> distance(word, other)));
	}

	private static int distance(String a, String b) {
		int[][] slips = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				slips[i][j] = (i == 0 || j == 0) ? i + j : fewest(slips, a, b, i, j);
			}
		}
		return slips[a.length()][b.length()];
	}

	private static int fewest(int[][] slips, String a, String b, int i, int j) {
		int changed = slips[i - 1][j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
		int fewest = Math.min(changed, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
		boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
		return swapped ? Math.min(fewest, 1 + slips[i - 2][j - 2]) : fewest;
	}

}
