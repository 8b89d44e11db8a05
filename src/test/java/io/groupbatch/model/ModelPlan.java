package io.groupbatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.groupbatch.support.Report;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@code plan.csv}: what it says of each row is what the model says.
 */
final class ModelPlan {

	private final List<Map<String, String>> lines;

	ModelPlan(Report plan) {
		this.lines = plan.rows();
	}

	void check(List<ModelRow> rows, ModelRun.Played played, StringBuilder story) {
		List<String> wrong = new ArrayList<>();
		Map<String, List<Map<String, String>>> byRow = this.lines.stream()
			.collect(Collectors.groupingBy((line) -> line.get("row")));
		for (int i = 0; i < rows.size(); i++) {
			List<Map<String, String>> changes = byRow.getOrDefault(String.valueOf(i + 2), List.of());
			if (!agree(rows.get(i), changes, played.verdicts().get(i))) {
				wrong.add("row %d: %s".formatted(i + 2, changes));
			}
		}
		assertThat(wrong).as(story.toString()).isEmpty();
	}

	/** Rows that change nothing by themselves may tell what rows before them do. */
	private static boolean agree(ModelRow row, List<Map<String, String>> changes, ModelRun.Verdict verdict) {
		Set<String> kinds = changes.stream()
			.map((line) -> line.get("change"))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> statuses = verdict.statuses();
		if (verdict.isWrong() && !statuses.contains("PARTIAL")) {
			return statuses.containsAll(kinds) && !kinds.isEmpty();
		}
		if (statuses.equals(Set.of("UNCHANGED"))) {
			return kinds.equals(Set.of("none"));
		}
		if (row.is("get")) {
			return kinds.equals(Set.of("read"));
		}
		// What all set-members rows of a group want together stands in the lines of all
		// of them.
		boolean mayTellNothing = row.is("set-members") || !verdict.changes();
		return !kinds.isEmpty() && !kinds.contains("INVALID") && (!kinds.contains("none") || mayTellNothing);
	}

}
