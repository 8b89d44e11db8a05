package io.groupbatch.verify;

import java.util.List;

/**
 * Something of the portal is not as the file wants it.
 *
 * @param row the first row about the group, 0 when there is none
 * @param groupId the group's id, empty when the portal has none
 * @param groupName what it is called, in the file or else on the portal
 * @param what of it differs
 * @param wanted what the file says, empty: nothing
 * @param found what the portal has, empty: nothing
 */
public record Difference(long row, String groupId, String groupName, What what, String wanted, String found) {

	static final List<String> HEADINGS = List.of("row", "groupId", "groupName", "what", "wanted", "found");

	/** What may differ. */
	public enum What {

		/** Whether the group is there. */
		GROUP("group"),
		/** What it is called. */
		NAME("name"),
		/** Who manages it. */
		MANAGER("manager"),
		/** Who is in it. */
		MEMBER("member");

		private final String word;

		What(String word) {
			this.word = word;
		}

		/** As files and people call it. */
		public String word() {
			return this.word;
		}

	}

	List<String> cells() {
		return List.of((this.row > 0) ? String.valueOf(this.row) : "", this.groupId, this.groupName, this.what.word(),
				this.wanted, this.found);
	}

}
