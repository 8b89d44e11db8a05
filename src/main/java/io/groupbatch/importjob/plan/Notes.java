package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.groupbatch.csv.Column;
import io.groupbatch.journal.Code;
import io.groupbatch.journal.MistakeNote;
import io.groupbatch.journal.Outcome;
import io.groupbatch.journal.StagedRow;

/**
 * What the plan finds wrong with one row.
 */
final class Notes {

	private final StagedRow row;

	private final List<MistakeNote> mistakes = new ArrayList<>();

	Notes(StagedRow row) {
		this.row = row;
	}

	void add(Column column, String value, Code code, String problem, String cure) {
		this.mistakes
			.add(new MistakeNote(this.row.number(), this.row.line(), column.heading(), value, code, problem, cure));
	}

	boolean isEmpty() {
		return this.mistakes.isEmpty();
	}

	List<MistakeNote> mistakes() {
		return this.mistakes;
	}

	Outcome outcome() {
		return Outcome.invalid(this.mistakes.get(0).code(),
				this.mistakes.stream().map(MistakeNote::message).collect(Collectors.joining(" ")));
	}

}
