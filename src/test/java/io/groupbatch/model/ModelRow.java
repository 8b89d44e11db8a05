package io.groupbatch.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a file that the model can play; blank cells are empty texts.
 *
 * @param operation what to do
 * @param id the cell {@code groupId}
 * @param name the cell {@code groupName}
 * @param newName the cell {@code newGroupName}
 * @param manager an address
 * @param members addresses; one {@code -} means nobody
 * @param target the cell {@code targetGroup}
 */
record ModelRow(String operation, String id, String name, String newName, String manager, List<String> members,
		String target) {

	private static final String HEADINGS = "operation,groupId,groupName,newGroupName,groupManager,members,targetGroup";

	/** Whether the row says how things must be, and is planned again when they change. */
	boolean isWish() {
		return switch (this.operation) {
			case "upsert", "add-members", "remove-members", "set-members" -> true;
			default -> false;
		};
	}

	boolean is(String other) {
		return this.operation.equals(other);
	}

	/** The people of the row, without the sign for nobody. */
	List<String> people() {
		return this.members.equals(List.of("-")) ? List.of() : this.members;
	}

	/** The row of a file. */
	String line() {
		return String.join(",", this.operation, this.id, this.name, this.newName, this.manager,
				String.join(";", this.members), this.target);
	}

	static Path write(Path file, List<ModelRow> rows) throws IOException {
		List<String> lines = new ArrayList<>(List.of(HEADINGS));
		rows.forEach((row) -> lines.add(row.line()));
		return Files.write(file, lines);
	}

	@Override
	public String toString() {
		return line();
	}

}
