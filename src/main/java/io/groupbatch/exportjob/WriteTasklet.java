package io.groupbatch.exportjob;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.groupbatch.batch.Progress;
import io.groupbatch.csv.groups.GroupList;
import io.groupbatch.exportjob.ExportOptions.Format;
import io.groupbatch.exportjob.read.ExportCounts;
import io.groupbatch.journal.export.ExportGroup;
import io.groupbatch.journal.export.ExportGroup.State;
import io.groupbatch.journal.export.ExportGroups;
import io.groupbatch.journal.export.ExportMember;
import io.groupbatch.journal.export.ExportPeople;
import io.groupbatch.journal.export.Exports;
import io.groupbatch.journal.people.PersonEntry;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Writes the file of an export, some groups at each call, so that a signal stops it in
 * between. When the file is whole, what was read for it is forgotten.
 */
@Component
@StepScope
class WriteTasklet implements Tasklet, StepExecutionListener {

	private static final int GROUPS_AT_ONCE = 100;

	private static final int PEOPLE_AT_ONCE = 1000;

	private final Exports exports;

	private final ExportGroups groups;

	private final ExportPeople people;

	private final ExportOptions options;

	private final ExportCounts tally;

	private final Progress progress;

	private @Nullable ExportFile file;

	private @Nullable Predicate<String> ambiguousNames;

	private @Nullable PersonEntry lastPerson;

	/** The place of the group that was written last. */
	private long after;

	WriteTasklet(Exports exports, ExportGroups groups, ExportPeople people, ExportOptions options, ExportCounts tally,
			Progress progress) {
		this.exports = exports;
		this.groups = groups;
		this.people = people;
		this.options = options;
		this.tally = tally;
		this.progress = progress;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
		if (this.file == null) {
			this.file = ExportFile.begin(this.options.file(), this.options, this.people);
		}
		boolean byPerson = this.options.format() == Format.PEOPLE;
		if (byPerson && writePeople(this.file)) {
			return RepeatStatus.CONTINUABLE;
		}
		List<ExportGroup> page = this.groups.page(this.after, GROUPS_AT_ONCE);
		for (ExportGroup group : page) {
			if (byPerson) {
				this.file.check(group);
			}
			else {
				this.file.write(group);
			}
			this.after = group.place().position();
		}
		this.progress.add(page.size());
		return RepeatStatus.continueIf(!page.isEmpty());
	}

	/** Writes the next people; false when there are no more. */
	private boolean writePeople(ExportFile target) throws IOException {
		Predicate<String> ambiguous = this.ambiguousNames;
		if (ambiguous == null) {
			ambiguous = ambiguousNames();
			this.ambiguousNames = ambiguous;
		}
		List<ExportMember> page = this.people.page(this.lastPerson, PEOPLE_AT_ONCE);
		for (ExportMember member : page) {
			target.write(member, this.groups.ofMember(member.person().id()), ambiguous);
			this.lastPerson = member.person();
		}
		return !page.isEmpty();
	}

	/**
	 * Names by which an import would not find one group. Of the groups of one manager,
	 * the list does not show others of the same name.
	 */
	private Predicate<String> ambiguousNames() {
		boolean all = this.exports.underWay().orElseThrow().manager() != null;
		Set<String> shared = this.groups.sharedNames();
		return (name) -> all || shared.contains(name) || GroupList.isId(name) || !GroupNameRule.canBeImported(name);
	}

	/**
	 * Finishes the file of a step that has completed: here, because a signal that comes
	 * now does not stop the step any more. A failure must be put into the step, because
	 * Batch only logs what a listener throws, and the step would count as completed.
	 */
	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		try (ExportFile written = this.file) {
			if (written != null && step.getStatus() == BatchStatus.COMPLETED) {
				this.tally.finish(written.finish(this.groups.names(State.CHANGED),
						this.groups.names(State.GONE).stream().filter((name) -> !name.isEmpty()).toList()));
				this.exports.forget();
			}
			return null;
		}
		catch (IOException | RuntimeException ex) {
			step.addFailureException(ex);
			if (step.getStatus() != BatchStatus.COMPLETED) {
				return null;
			}
			step.setStatus(BatchStatus.FAILED);
			return ExitStatus.FAILED;
		}
	}

}
