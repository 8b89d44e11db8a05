package io.groupbatch.importjob.report.html.page;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.groupbatch.importjob.report.csv.ReportCsvRows;
import io.groupbatch.journal.report.ReportRows;
import io.groupbatch.journal.report.RunStatistics;
import io.groupbatch.journal.report.RunStatistics.Cause;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;

import org.jspecify.annotations.Nullable;

/**
 * What needs attention, by cause, the gravest first.
 */
public final class ProblemCards {

	private static final int EXAMPLES = 5;

	private final ReportRows rows;

	private final ReportCsvRows lines;

	private final Run run;

	private final CodeDescriptions words = new CodeDescriptions();

	public ProblemCards(ReportRows rows, ReportCsvRows lines, Run run) {
		this.rows = rows;
		this.lines = lines;
		this.run = run;
	}

	public List<Page.Cause> of(RunStatistics statistics) {
		Map<Code, Cause> byCode = new EnumMap<>(Code.class);
		for (Cause cause : statistics.causes(this.run.number())) {
			byCode.merge(code(cause), cause, ProblemCards::together);
		}
		return byCode.entrySet()
			.stream()
			.sorted(Comparator
				.comparing((Map.Entry<Code, Cause> entry) -> entry.getValue().status(), RowStatus.gravestFirst())
				.thenComparing((entry) -> -entry.getValue().rows()))
			.map((entry) -> card(entry.getKey(), entry.getValue()))
			.toList();
	}

	private Page.Cause card(Code code, Cause cause) {
		List<Map<String, Object>> examples = this.lines.of(this.rows.first(this.run.number(), cause.code(), EXAMPLES))
			.stream()
			.map(RowViewModel::of)
			.toList();
		long more = cause.rows() - examples.size();
		return new Page.Cause(Page.Mark.of(cause.status()), code.name(), NumberFormats.of(cause.rows(), "row", "rows"),
				this.words.of(code), examples, (more > 0) ? NumberFormats.of(more) : "");
	}

	private static Cause together(Cause one, Cause other) {
		Cause graver = (RowStatus.graver(one.status(), other.status()) == one.status()) ? one : other;
		return new Cause(graver.status(), graver.code(), one.rows() + other.rows());
	}

	/** Rows that wait are told by what they wait for, as in {@code report.csv}. */
	private Code code(Cause cause) {
		@Nullable Code waits = (this.run.state() == RunState.WAITING) ? Code.BEHIND_UNKNOWN : Code.NOT_REACHED;
		return Objects.requireNonNullElse(cause.code(), waits);
	}

}
