package io.groupbatch.importjob.plan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.plan.state.PlanState;
import io.groupbatch.importjob.plan.state.RowFindings;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowNumber;

import org.jspecify.annotations.Nullable;

/**
 * Refuses to give a group a name that people would take for the name of another one
 * (docs/operations.md, "Names"). For one thread.
 */
final class SimilarNameCheck {

	private final PlanState plan;

	private final ImportOptions options;

	SimilarNameCheck(PlanState plan, ImportOptions options) {
		this.plan = plan;
		this.options = options;
	}

	/**
	 * Notes what a name is like that a group must have.
	 * @param own the group, null while it is not there
	 */
	void check(String name, @Nullable TrackedGroup own, Column column, RowFindings notes) {
		if (this.options.allow().lookAlikes()) {
			return;
		}
		List<TrackedGroup> others = this.plan.alike(name)
			.stream()
			.filter((group) -> !group.name().equals(name) && (own == null || group.ref() != own.ref()))
			.toList();
		if (!others.isEmpty()) {
			boolean byBlanks = others.stream().anyMatch((group) -> group.name().equals(name.strip()));
			notes.add(column, name, Code.LOOK_ALIKE,
					"It differs only in blanks, invisible characters, case or the form of letters from %s."
						.formatted(told(others)),
					"Write the same name, or another one; if both are meant, give --allow-look-alikes."
							+ (byBlanks ? " --trim-names removes blanks around names." : ""));
		}
	}

	private static String told(List<TrackedGroup> groups) {
		return groups.stream()
			.map((group) -> "\"%s\" (%s)".formatted(group.name(),
					(group.portalId() != null) ? group.portalId()
							: "row " + RowNumber.row(Objects.requireNonNull(group.trail().byRow()))))
			.collect(Collectors.joining(", "));
	}

}
