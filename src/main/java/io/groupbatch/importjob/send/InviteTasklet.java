package io.groupbatch.importjob.send;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.Progress;
import io.groupbatch.batch.RunParameter;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.ImportOptions.Invite;
import io.groupbatch.importjob.options.SendProperties;
import io.groupbatch.importjob.send.invite.InvitationJournal;
import io.groupbatch.importjob.send.invite.InvitationSender;
import io.groupbatch.importjob.send.invite.Outcome;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.plan.PlanReset;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.send.SendableRequests;
import io.groupbatch.portal.http.PortalClient;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The step {@code invite}: invites the people of a run whom the portal does not know,
 * when the gate lets the run through, and drops the plan so that the step {@code replan}
 * makes it once more. It does not count as completed while it is not known of each
 * invitation what became of it. A run that invites nobody passes at once.
 */
@Component
@StepScope
class InviteTasklet implements Tasklet {

	private final ApprovalGate gate;

	private final SendExecutionFactory executions;

	private final Invitations invitations;

	private final PortalPeople people;

	private final PlanReset plan;

	private final SendableRequests requests;

	private final Runs runs;

	private final TransactionTemplate transaction;

	private final GracefulShutdown signal;

	private final PortalClient client;

	private final ImportOptions options;

	private final SendProperties properties;

	private final MonotonicClock monotonic;

	private final Progress progress;

	InviteTasklet(ApprovalGate gate, SendExecutionFactory executions, Invitations invitations, PortalPeople people,
			PlanReset plan, SendableRequests requests, Runs runs, PlatformTransactionManager transactions,
			GracefulShutdown signal, PortalClient client, ImportOptions options, SendProperties properties,
			MonotonicClock monotonic, Progress progress) {
		this.gate = gate;
		this.executions = executions;
		this.invitations = invitations;
		this.people = people;
		this.plan = plan;
		this.requests = requests;
		this.runs = runs;
		this.transaction = new TransactionTemplate(transactions);
		this.signal = signal;
		this.client = client;
		this.options = options;
		this.properties = properties;
		this.monotonic = monotonic;
		this.progress = progress;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws InterruptedException {
		StepExecution step = contribution.getStepExecution();
		long run = RunParameter.of(step);
		Invite invite = this.options.people().invite();
		if (invite == null || !this.invitations.isAny(run)) {
			return RepeatStatus.FINISHED;
		}
		this.progress.begin(step.getStepName());
		if (this.gate.check(run).isPresent() || !invite(run, invite)) {
			step.setTerminateOnly();
		}
		return RepeatStatus.FINISHED;
	}

	/**
	 * Sends the invitations of a run.
	 * @return whether all are known now; else the journal says why not
	 */
	private boolean invite(long run, Invite invite) throws InterruptedException {
		SendExecutionFactory.Pacing pacing = this.executions.pacing(run);
		StopCause paused = pacing.pace().stillPaused().orElse(null);
		Outcome outcome = (paused != null) ? new Outcome(false, paused) : send(run, invite, pacing);
		pacing.keep().run();
		if (!outcome.isDone()) {
			StopCause why = this.signal.why().orElse(outcome.why());
			this.runs.halt(run, why);
		}
		return outcome.isDone();
	}

	private Outcome send(long run, Invite invite, SendExecutionFactory.Pacing pacing) throws InterruptedException {
		this.signal.whenRequested(pacing.pace()::stop);
		InvitationJournal journal = new InvitationJournal(run, this.invitations, this.people, this.plan, this.requests,
				this.transaction);
		Outcome outcome = new InvitationSender(invite, journal, this.client, pacing.pace(), this.properties,
				this.monotonic, this.progress)
			.send();
		if (outcome.isDone()) {
			journal.dropPlan();
		}
		return outcome;
	}

}
