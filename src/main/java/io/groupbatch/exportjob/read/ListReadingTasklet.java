package io.groupbatch.exportjob.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.batch.Progress;
import io.groupbatch.journal.export.ExportList;
import io.groupbatch.journal.export.Exports;
import io.groupbatch.journal.export.ListReadProgress;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.Page;
import io.groupbatch.portal.PortalException;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Reads a list of the portal into the journal, some pages at each call, which is one
 * transaction. What was read is not read again, unless the list did not stand still.
 *
 * @param <T> a row of the list
 */
public class ListReadingTasklet<T> implements Tasklet {

	private static final int PASSES = 5;

	private static final int PAGES_AT_ONCE = 20;

	private final Directory directory;

	private final Stores stores;

	private final ExportList list;

	private final BiFunction<Integer, Long, Page<T>> reader;

	private final ObjIntConsumer<List<T>> store;

	/**
	 * Reads one of the lists.
	 * @param reader reads a page, in any thread: how many rows it has, and how many come
	 * before it
	 * @param store keeps the rows of a page, and the number of the pass
	 */
	public ListReadingTasklet(Directory directory, Stores stores, ExportList list,
			BiFunction<Integer, Long, Page<T>> reader, ObjIntConsumer<List<T>> store) {
		this.directory = directory;
		this.stores = stores;
		this.list = list;
		this.reader = reader;
		this.store = store;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		ListReadProgress pass = this.stores.exports().pass(this.list);
		if (!pass.isRead()) {
			read(pass, contribution.getStepExecution());
			return RepeatStatus.CONTINUABLE;
		}
		if (this.stores.exports().isWhole(pass)) {
			return RepeatStatus.FINISHED;
		}
		this.stores.exports().save(pass.again());
		if (pass.number() % PASSES == 0) {
			this.stores.tally()
				.halt(contribution.getStepExecution(),
						new StopCause(StopReason.PORTAL,
								"The portal changed its lists each time they were read, or they do not hold what they"
										+ " say: %,d entries in the latest. Try again when it is less busy."
											.formatted(pass.total())));
		}
		return RepeatStatus.CONTINUABLE;
	}

	/** Pages that came before the failure are kept. */
	private void read(ListReadProgress pass, StepExecution step) {
		try {
			Set<T> seen = new HashSet<>();
			this.directory.each(pass.starts(PAGES_AT_ONCE), (start) -> this.reader.apply(pass.pageSize(), start),
					(page) -> keep(page, pass.number(), seen.addAll(page.rows())));
		}
		catch (PortalException ex) {
			this.stores.tally().halt(step, PortalStopCauses.halt(ex));
		}
	}

	private void keep(Page<T> page, int number, boolean anyNew) {
		this.store.accept(page.rows(), number);
		ListReadProgress pass = this.stores.exports().pass(this.list).read(page.total());
		boolean broken = page.breaksOff(pass.pageSize(), pass.next(), pass.total(), anyNew);
		this.stores.exports().save(broken ? pass.broken() : pass);
		this.stores.progress().add(page.rows().size());
	}

	/** What a reading writes to. */
	public record Stores(Exports exports, ExportCounts tally, Progress progress) {
	}

}
