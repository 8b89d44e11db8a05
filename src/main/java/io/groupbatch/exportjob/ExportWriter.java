package io.groupbatch.exportjob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.groupbatch.importjob.StepEnd;
import io.groupbatch.journal.ExportGroup;
import io.groupbatch.journal.ExportGroup.State;
import io.groupbatch.journal.ExportGroups;
import io.groupbatch.journal.ExportPeople;
import io.groupbatch.journal.Exports;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes the file of an export; when it is whole, what was read for it is forgotten.
 */
class ExportWriter implements ItemStreamWriter<ExportGroup>, StepExecutionListener {

	private final Stores stores;

	private final ExportOptions options;

	private final ExportTally tally;

	private @Nullable ExportFiles files;

	ExportWriter(Stores stores, ExportOptions options, ExportTally tally) {
		this.stores = stores;
		this.options = options;
		this.tally = tally;
	}

	@Override
	public void open(ExecutionContext context) {
		this.tally.begin(this.stores.groups().names(State.CHANGED),
				this.stores.groups().names(State.GONE).stream().filter((name) -> !name.isEmpty()).toList());
		try {
			this.files = ExportFiles.open(this.options, this.tally);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void write(Chunk<? extends ExportGroup> chunk) throws IOException {
		GroupLines lines = new GroupLines(Objects.requireNonNull(this.files), this.stores.people(), this.options,
				this.tally);
		for (ExportGroup group : chunk) {
			lines.write(group);
		}
	}

	@Override
	public void close() {
		try {
			if (this.files != null) {
				this.files.close();
			}
			this.files = null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		return StepEnd.finish(step, () -> {
			Objects.requireNonNull(this.files).finish();
			this.stores.exports().forget();
		});
	}

	/** What was read. */
	record Stores(Exports exports, ExportGroups groups, ExportPeople people) {
	}

}
