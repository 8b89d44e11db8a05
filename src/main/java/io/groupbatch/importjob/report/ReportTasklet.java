package io.groupbatch.importjob.report;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.groupbatch.batch.RunParameter;
import io.groupbatch.csv.AtomicCsvFile;
import io.groupbatch.csv.Dialect;
import io.groupbatch.importjob.report.csv.FailedRowsFormat;
import io.groupbatch.importjob.report.csv.FollowUpFile;
import io.groupbatch.importjob.report.csv.GroupCsvRows;
import io.groupbatch.importjob.report.csv.OpenRowsFormat;
import io.groupbatch.importjob.report.csv.PeopleInvitedFile;
import io.groupbatch.importjob.report.csv.PeopleToFixFile;
import io.groupbatch.importjob.report.csv.ReportCsvRows;
import io.groupbatch.importjob.report.csv.SourceRow;
import io.groupbatch.importjob.report.csv.UndoListFile;
import io.groupbatch.importjob.report.html.HtmlReport;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.report.ReportRow;
import io.groupbatch.journal.report.ReportRows;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Writes all reports of a run, each under another name until it is whole. The first file
 * that cannot be written fails the step, and those after it stay as they were.
 */
@Component
class ReportTasklet implements Tasklet {

	private final Runs runs;

	private final PortalPeople people;

	private final ReportRows rows;

	private final PeopleToFixFile peopleToFix;

	private final PeopleInvitedFile peopleInvited;

	private final Invitations invitations;

	private final GroupCsvRows groups;

	private final UndoListFile undo;

	private final HtmlReport page;

	ReportTasklet(Runs runs, PortalPeople people, ReportRows rows, PeopleToFixFile peopleToFix,
			PeopleInvitedFile peopleInvited, Invitations invitations, GroupCsvRows groups, UndoListFile undo,
			HtmlReport page) {
		this.runs = runs;
		this.people = people;
		this.rows = rows;
		this.peopleToFix = peopleToFix;
		this.peopleInvited = peopleInvited;
		this.invitations = invitations;
		this.groups = groups;
		this.undo = undo;
		this.page = page;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
		Run run = this.runs.get(RunParameter.of(contribution.getStepExecution()));
		if (run.plan().readAt() == null) {
			// That of an earlier run in the same folder
			Files.deleteIfExists(run.output().resolve("plan.csv"));
		}
		this.peopleToFix.write(run);
		this.peopleInvited.write(run);
		writeGroups(run);
		this.undo.write(run);
		writeRows(run);
		// Last, so that a page that cannot be written costs no other report.
		this.page.write(run);
		return RepeatStatus.FINISHED;
	}

	/** Writes {@code groups.csv}; while nothing was sent there is no such file. */
	private void writeGroups(Run run) throws IOException {
		try (AtomicCsvFile file = AtomicCsvFile.safe(run.output().resolve("groups.csv"), Dialect.OURS)) {
			if (run.state().hasComeToSending()) {
				file.row(GroupCsvRows.HEADINGS);
				this.groups.each(run, file::row);
			}
			file.finish();
		}
	}

	/**
	 * Writes {@code report.csv}, and beside it the files that have rows as they stood in
	 * the file. Which of these there are depends on how far the run has come: a file that
	 * was refused is to be fixed itself, and what is not begun is not open.
	 */
	private void writeRows(Run run) throws IOException {
		Path folder = run.output();
		Run.Dialect written = run.content().dialect();
		Dialect dialect = (written != null)
				? new Dialect(Charset.forName(written.charset()), written.byteOrderMark(), written.delimiter())
				: Dialect.OURS;
		try (AtomicCsvFile report = AtomicCsvFile.safe(folder.resolve("report.csv"), Dialect.OURS);
				AtomicCsvFile open = AtomicCsvFile.safe(folder.resolve("open.csv"), dialect);
				AtomicCsvFile failed = AtomicCsvFile.safe(folder.resolve("failed.csv"), dialect)) {
			SourceRow original = new SourceRow(run.content().header(), dialect.charset());
			FailedRowsFormat failedRows = new FailedRowsFormat(original);
			OpenRowsFormat openRows = new OpenRowsFormat(original, run);
			List<FollowUpFile> others = run.state().hasComeToSending()
					? List.of(new FollowUpFile(failed, FailedRowsFormat::has, failedRows::headings, failedRows::cells),
							new FollowUpFile(open, OpenRowsFormat::has, openRows::headings, openRows::cells))
					: List.of();
			report.row(ReportCsvRows.HEADINGS);
			ReportCsvRows lines = new ReportCsvRows(this.people, this.invitations, run);
			for (List<ReportRow> rows : this.rows.pages(run.number())) {
				for (List<String> line : lines.of(rows)) {
					report.row(line);
				}
				for (ReportRow row : rows) {
					for (FollowUpFile other : others) {
						other.add(row);
					}
				}
			}
			failed.finish();
			open.finish();
			report.finish();
		}
	}

}
