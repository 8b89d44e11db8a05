package io.groupbatch.importjob.send;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.Progress;
import io.groupbatch.batch.RunParameter;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.options.SendProperties;
import io.groupbatch.importjob.send.doubt.OperatorDecisions;
import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.send.DuplicateGroups;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.RequestResults;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.http.PortalClient;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * The step {@code send}. Each call is one turn in a transaction of its own: it waits for
 * results, records them, and marks what is sent next. The commit makes both final, so
 * what the portal answered is committed within milliseconds, and a request leaves only
 * after its mark.
 * <p>
 * The step sends when the gate lets the run through, and never counts as completed while
 * a row is open.
 */
@Component
@StepScope
class SendTasklet implements Tasklet, ItemStream, StepExecutionListener {

	private final StepExecution step;

	private final ApprovalGate gate;

	private final SendExecutionFactory executions;

	private final RequestResults results;

	private final Runs runs;

	private final Groups groups;

	private final DuplicateGroups twins;

	private final Progress progress;

	private final GracefulShutdown signal;

	private final PortalClient client;

	private final Clock clock;

	private final MonotonicClock monotonic;

	private final SendProperties properties;

	private final Instant began;

	private @Nullable SendExecution execution;

	SendTasklet(@Value("#{stepExecution}") StepExecution step, ApprovalGate gate, SendExecutionFactory executions,
			RequestResults results, Runs runs, Groups groups, DuplicateGroups twins, Progress progress,
			GracefulShutdown signal, PortalClient client, Clock clock, MonotonicClock monotonic,
			SendProperties properties) {
		this.step = step;
		this.gate = gate;
		this.executions = executions;
		this.results = results;
		this.runs = runs;
		this.groups = groups;
		this.twins = twins;
		this.progress = progress;
		this.signal = signal;
		this.client = client;
		this.clock = clock;
		this.monotonic = monotonic;
		this.properties = properties;
		this.began = monotonic.instant();
	}

	@Override
	public void beforeStep(StepExecution execution) {
		this.progress.begin(execution.getStepName());
	}

	@Override
	public void open(ExecutionContext context) {
		if (this.gate.check(run()).isEmpty()) {
			this.execution = this.executions.begin(run(), this.began).orElse(null);
		}
		if (this.execution == null) {
			this.step.setTerminateOnly();
		}
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws InterruptedException {
		SendExecution sending = this.execution;
		if (sending == null) {
			return RepeatStatus.FINISHED;
		}
		List<RequestResult> next = sending.next();
		if (next == null) {
			end(sending);
			return RepeatStatus.FINISHED;
		}
		this.results.record(run(), next);
		sending.recorded(next);
		this.progress.add(next.stream().mapToLong((result) -> result.rows().size()).sum());
		return RepeatStatus.CONTINUABLE;
	}

	@Override
	public void close() {
		if (this.execution != null) {
			this.execution.close();
		}
	}

	private void end(SendExecution sent) throws InterruptedException {
		long run = run();
		boolean open = isOpen(run);
		DuplicateCheck closing = new DuplicateCheck(this.runs, this.groups, this.twins, this.progress,
				new Directory(this.client), OperatorDecisions.of(this.properties.decide()),
				new DuplicateCheck.Times(this.clock, this.monotonic, this.began, sent.noCreateSince()));
		Optional<StopCause> halt = this.signal.why().or(sent::stopped);
		boolean check = closing.isNeeded(run);
		if (halt.isEmpty() && check) {
			halt = closing.check(run, this.properties.settle(), this.signal::isRequested);
			open = isOpen(run);
			check = halt.isPresent();
		}
		if (!open && !check) {
			this.runs.move(run, RunState.FINISHED);
			return;
		}
		halt.ifPresentOrElse((why) -> this.runs.halt(run, why), () -> this.runs.move(run, RunState.WAITING));
		this.step.setTerminateOnly();
	}

	private boolean isOpen(long run) {
		Map<RowStatus, Long> counts = this.runs.counts(run);
		return counts.containsKey(RowStatus.NOT_SENT) || counts.containsKey(RowStatus.UNKNOWN);
	}

	private long run() {
		return RunParameter.of(this.step);
	}

}
