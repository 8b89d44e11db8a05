package io.groupbatch.exportjob;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.exportjob.read.ExportCounts;
import io.groupbatch.journal.export.ExportGroup;
import io.groupbatch.journal.export.ExportGroups;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Gives each group its place in the file, and its name there. On another portal nothing
 * but the name tells groups apart.
 */
@Component
@StepScope
class NamingTasklet implements Tasklet {

	private static final int MOST_NAMES = 20;

	private final ExportGroups groups;

	private final ExportCounts tally;

	private final ExportOptions options;

	NamingTasklet(ExportGroups groups, ExportCounts tally, ExportOptions options) {
		this.groups = groups;
		this.tally = tally;
		this.options = options;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		this.groups.keepNames();
		List<ExportGroup> twins = this.options.portable()
				? this.groups.twins().stream().filter((group) -> GroupNameRule.canBeImported(group.name())).toList()
				: List.of();
		if (this.options.numberTwins()) {
			number(twins);
		}
		else if (!twins.isEmpty()) {
			this.tally.halt(contribution.getStepExecution(), new StopCause(StopReason.GUARD, refusal(twins)));
			return RepeatStatus.CONTINUABLE;
		}
		this.groups.order();
		return RepeatStatus.FINISHED;
	}

	/** The first of each name keeps it. */
	private void number(List<ExportGroup> twins) {
		byName(twins).forEach((name, bearers) -> {
			int number = 1;
			for (ExportGroup twin : bearers.subList(1, bearers.size())) {
				String numbered = GroupNameRule.numbered(name, ++number);
				while (this.groups.isTaken(numbered)) {
					numbered = GroupNameRule.numbered(name, ++number);
				}
				this.groups.rename(twin.id(), numbered);
			}
		});
	}

	private static Map<String, List<ExportGroup>> byName(List<ExportGroup> twins) {
		return twins.stream()
			.collect(Collectors.groupingBy(ExportGroup::name, LinkedHashMap::new, Collectors.toList()));
	}

	private static String refusal(List<ExportGroup> twins) {
		List<String> told = new ArrayList<>();
		Map<String, List<ExportGroup>> byName = byName(twins);
		byName.entrySet()
			.stream()
			.limit(MOST_NAMES)
			.forEach((entry) -> told.add("\"%s\" (%d)".formatted(entry.getKey(), entry.getValue().size())));
		if (byName.size() > MOST_NAMES) {
			told.add("and %d more".formatted(byName.size() - MOST_NAMES));
		}
		return "Several groups have the same name, and another portal could not tell them apart: "
				+ String.join(", ", told) + ". Rename them, or give --twins number.";
	}

}
