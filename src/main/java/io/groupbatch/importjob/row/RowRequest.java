package io.groupbatch.importjob.row;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.StagedRow;

import org.jspecify.annotations.Nullable;

/**
 * What a row of a file asks for, its cells understood.
 *
 * @param row the row
 * @param operation what to do; {@code GET} for a row that names no operation
 * @param groupId the group's id, null when it is called by name only
 * @param groupName the group's name, null when blank
 * @param newName the name that the group is to get, null: leave it
 * @param manager the manager, translated by the user map; null: leave it
 * @param members the people, translated likewise, in the order of the file
 * @param targetGroup the name or id of the group that people move to, null when blank
 */
public record RowRequest(StagedRow row, Operation operation, @Nullable UUID groupId, @Nullable String groupName,
		@Nullable String newName, @Nullable PersonReference manager, List<PersonReference> members,
		@Nullable String targetGroup) {

	/** As long as the portal lets a name be, in UTF-16 units (portal contract 1.4). */
	public static final int LONGEST_NAME = 128;

	private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	/** The id that a text is; null when it is none. */
	public static @Nullable UUID id(String text) {
		return GUID.matcher(text).matches() ? UUID.fromString(text) : null;
	}

	/** Whether the file alone shows no error in the row. */
	public boolean isSound() {
		return isSound(this.row);
	}

	static boolean isSound(StagedRow row) {
		return row.outcome().status() == RowStatus.NOT_SENT;
	}

	/** The same row, as if it were about the group that people move to. */
	public RowRequest target() {
		String target = Objects.requireNonNull(this.targetGroup);
		UUID id = id(target);
		return new RowRequest(this.row, this.operation, id, (id != null) ? null : target, null, null, List.of(), null);
	}

}
