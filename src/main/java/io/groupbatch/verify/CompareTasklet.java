package io.groupbatch.verify;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.csv.Columns;
import io.groupbatch.csv.UserMap;
import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.RunNumber;
import io.groupbatch.journal.ExportGroups;
import io.groupbatch.journal.ExportPeople;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StagedRow;
import io.groupbatch.journal.UserMaps;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

import org.jspecify.annotations.Nullable;

/**
 * The step {@code compare}: from the journal's rows and the portal as it was read to the
 * list of differences.
 */
class CompareTasklet implements Tasklet {

	private static final int PAGE = 1000;

	private final Stores stores;

	private final ImportOptions reading;

	private final VerifyOptions options;

	private final VerifyTally tally;

	CompareTasklet(Stores stores, ImportOptions reading, VerifyOptions options, VerifyTally tally) {
		this.stores = stores;
		this.reading = reading;
		this.options = options;
		this.tally = tally;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
		long run = RunNumber.of(contribution.getStepExecution());
		Run.Header header = this.stores.runs().get(run).content().header();
		KnownPeople people = new KnownPeople(this.stores.people().all());
		Columns columns = Columns.again(header.headings(), header.fields())
			.trimmingNames(this.reading.groups().trimNames());
		Map<Naming, UUID> ids = new HashMap<>();
		Targets targets = follow(run, new Targets(columns, users(), people));
		Matching matching = matching(targets);
		while (learns(ids, matching.sameGroups())) {
			targets = follow(run, new Targets(columns, users(), people, ids));
			matching = matching(targets);
		}
		boolean exact = this.options.isExact(header, this.reading);
		this.tally.begin(exact, targets.all().size());
		try (DifferenceList list = DifferenceList.open(this.options.output(), this.tally)) {
			new Comparison(this.stores.groups(), this.stores.people(), people, matching, list).write(targets.all(),
					exact);
			list.finish();
		}
		return RepeatStatus.FINISHED;
	}

	/** Whether anything was not known yet. */
	private static boolean learns(Map<Naming, UUID> ids, Map<Naming, UUID> same) {
		int before = ids.size();
		same.forEach(ids::putIfAbsent);
		return ids.size() > before;
	}

	private Matching matching(Targets targets) {
		return new Matching(this.stores.groups(), this.stores.people(), targets);
	}

	private Targets follow(long run, Targets targets) {
		List<StagedRow> page = this.stores.rows().page(run, 0, PAGE);
		while (!page.isEmpty()) {
			page.forEach(targets::add);
			page = this.stores.rows().page(run, page.get(page.size() - 1).number(), PAGE);
		}
		return targets;
	}

	private UserMap users() {
		@Nullable String name = this.reading.people().userMap();
		return (name != null) ? UserMap.of(this.stores.userMaps().get(name)) : UserMap.NONE;
	}

	/** What a comparison reads. */
	record Stores(Runs runs, Rows rows, UserMaps userMaps, ExportGroups groups, ExportPeople people) {
	}

}
