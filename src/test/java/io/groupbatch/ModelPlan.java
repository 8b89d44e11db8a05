package io.groupbatch;

import java.util.List;

/**
 * What {@code plan.csv} says, compared with the model.
 */
final class ModelPlan {

	private final Report lines;

	ModelPlan(Report lines) {
		this.lines = lines;
	}

	void check(List<ModelRow> rows, ModelRun.Played played, ModelPortal start, StringBuilder story) {
		this.lines.rows().forEach((line) -> story.append(line.values()).append('\n'));
	}

}
