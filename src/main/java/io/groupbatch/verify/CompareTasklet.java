package io.groupbatch.verify;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.groupbatch.batch.RunParameter;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.row.PeopleIndex;
import io.groupbatch.importjob.row.RowParser;
import io.groupbatch.journal.export.ExportGroups;
import io.groupbatch.journal.export.ExportPeople;
import io.groupbatch.journal.people.UserMaps;
import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * The step {@code compare}: from the journal's rows and the portal as it was read to the
 * list of differences.
 */
@Component
class CompareTasklet implements Tasklet {

	private final Runs runs;

	private final Rows rows;

	private final UserMaps userMaps;

	private final ExportGroups groups;

	private final ExportPeople people;

	private final Groups found;

	private final ObjectProvider<ImportOptions> reading;

	private final ObjectProvider<VerifyOptions> options;

	private @Nullable VerifyResult result;

	/**
	 * Takes the stores.
	 * @param found the groups that earlier runs have found
	 * @param reading is there when the step begins: every command that starts a job makes
	 * this bean
	 * @param options likewise
	 */
	CompareTasklet(Runs runs, Rows rows, UserMaps userMaps, ExportGroups groups, ExportPeople people, Groups found,
			ObjectProvider<ImportOptions> reading, ObjectProvider<VerifyOptions> options) {
		this.runs = runs;
		this.rows = rows;
		this.userMaps = userMaps;
		this.groups = groups;
		this.people = people;
		this.found = found;
		this.reading = reading;
		this.options = options;
	}

	/** What the comparison has come to; asked when the job has ended. */
	VerifyResult result() {
		return Objects.requireNonNull(this.result);
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
		long run = RunParameter.of(contribution.getStepExecution());
		Run.Header header = this.runs.get(run).content().header();
		RowParser parser = RowParser.of(header, this.reading.getObject(), this.userMaps);
		PeopleIndex known = new PeopleIndex(this.people.all());
		Map<NameUse, UUID> ids = new HashMap<>();
		DesiredGroups targets = follow(run, new DesiredGroups(parser, known));
		GroupMatching matching = matching(targets);
		while (learns(ids, matching.sameGroups())) {
			targets = follow(run, new DesiredGroups(parser, known, ids));
			matching = matching(targets);
		}
		boolean exact = this.options.getObject().isExact(header, this.reading.getObject());
		try (DifferencesFile list = new DifferencesFile(this.options.getObject().output())) {
			Comparison comparison = new Comparison(this.groups, this.people, known, matching, list);
			comparison.write(targets.all(), exact);
			comparison.writeLeavers(targets.leavers());
			this.result = list.finish(exact, targets.all().size());
		}
		return RepeatStatus.FINISHED;
	}

	/** Whether anything was not known yet. */
	private static boolean learns(Map<NameUse, UUID> ids, Map<NameUse, UUID> same) {
		int before = ids.size();
		same.forEach(ids::putIfAbsent);
		return ids.size() > before;
	}

	private GroupMatching matching(DesiredGroups targets) {
		return new GroupMatching(this.groups, this.people, targets, this.found::namesFound);
	}

	private DesiredGroups follow(long run, DesiredGroups targets) {
		for (List<StagedRow> page : this.rows.pages(run)) {
			page.forEach(targets::add);
		}
		return targets;
	}

}
