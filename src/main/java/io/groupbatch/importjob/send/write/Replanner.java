package io.groupbatch.importjob.send.write;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.ImportOptions.Existing;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.exchange.Observation.Shown;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.send.ExternalChanges;
import io.groupbatch.journal.send.ExternalChanges.Served;
import io.groupbatch.journal.send.SendableRequest;

import org.jspecify.annotations.Nullable;

/**
 * Plans the wish rows of one request again, when others have changed their group since
 * the run was planned, or have made it: what they still lack of all that they want is
 * sent, and nothing when they lack nothing. The journal knows the new plan before it is
 * sent, so that a doubt is settled by it.
 * <p>
 * Rows fail, and nothing is sent, where only a new import can tell what they mean or
 * whether it is wanted: the group is gone (also for {@code upsert}, which would make it
 * again), has a name that no row gave, cannot be read, belongs to a directory now, or
 * lacks more people than one request takes; and when {@code set-members} would take out a
 * person whom the plan did not, because the user was not asked about that and the guard
 * has not seen it. Whom {@code remove-members} names is taken out in any case.
 * Thread-safe.
 */
final class Replanner {

	private static final String IMPORT_AGAIN = " Look at it, then import the row again.";

	private final ExternalChanges meanwhile;

	private final RequestResultFactory findings;

	private final ImportOptions options;

	Replanner(ExternalChanges meanwhile, RequestResultFactory findings, ImportOptions options) {
		this.meanwhile = meanwhile;
		this.findings = findings;
		this.options = options;
	}

	/**
	 * For a group that others have changed.
	 * @param look at that group
	 */
	RequestDecision changed(SendableRequest ready, Observation look, Served served) {
		long ref = ready.request().groupRef();
		boolean left = isLeft(served) && this.meanwhile.isFound(ref);
		String why = whyNot(ready.request(), look, served, left);
		if (why != null) {
			return failed(ready, Code.CHANGED_SINCE_PLAN, why);
		}
		return goOn(ready, look.only(), served, left, this.meanwhile::changed);
	}

	/**
	 * For the only group of the name that the request was to give to a new one.
	 * @param look at that group
	 */
	RequestDecision appeared(SendableRequest ready, Observation look, Served served) {
		PlannedRequest request = ready.request();
		String now = "A group \"%s\" was created since the run was planned".formatted(request.change().name());
		if (this.options.groups().existing() == Existing.STOP && served.operations().contains(Operation.UPSERT)) {
			return failed(ready, Code.GROUP_EXISTS, now + ", and --existing says stop.");
		}
		boolean left = isLeft(served);
		String why = whyNot(request, look, served, left);
		if (why != null) {
			return failed(ready, Code.NAME_TAKEN, now + ". " + why);
		}
		return goOn(ready, look.only(), served, left, this.meanwhile::appeared);
	}

	/** Whether rows leave a group alone that the run has not made. */
	private boolean isLeft(Served served) {
		return this.options.groups().existing() == Existing.SKIP && served.operations().contains(Operation.UPSERT);
	}

	private @Nullable String whyNot(PlannedRequest request, Observation look, Served served, boolean left) {
		if (!look.isClear()) {
			return "It cannot be read now." + IMPORT_AGAIN;
		}
		if (look.isEmpty()) {
			return "The group has been deleted since the run was planned. If it should exist, import the row again.";
		}
		String name = look.only().group().name();
		if (!served.names().contains(name) && !name.equals(request.wanted().name())) {
			return "The group is called \"%s\" now.".formatted(name) + IMPORT_AGAIN;
		}
		if (!left) {
			return tooMuch(request, look.only());
		}
		return (served.operations().size() == 1) ? null
				: "--existing skip leaves it alone, but other rows want something of it." + IMPORT_AGAIN;
	}

	private @Nullable String tooMuch(PlannedRequest request, Shown now) {
		Change wanted = request.wanted();
		if (now.group().ldap() && !this.options.allow().ldap() && !now.missing(wanted).isNothing()) {
			return "It belongs to a directory, whose next sync would undo the change.";
		}
		Set<UUID> strangers = new HashSet<>(now.strangers(wanted));
		wanted.removes().forEach(strangers::remove);
		if (!strangers.isEmpty()) {
			return "The group has %s that the plan does not remove."
				.formatted((strangers.size() == 1) ? "a member" : strangers.size() + " members") + IMPORT_AGAIN;
		}
		return now.lacksLittle(wanted) ? null
				: "The group lacks more than %d people now.".formatted(Change.MOST_MEMBERS) + IMPORT_AGAIN;
	}

	private RequestDecision goOn(SendableRequest ready, Shown now, Served served, boolean left,
			BiConsumer<PlannedRequest, GroupState> keep) {
		Change missing = left ? Change.NONE : now.missing(ready.request().wanted());
		PlannedRequest planned = ready.request().sending(missing);
		GroupState seen = RequestResultFactory.seen(now.group());
		keep.accept(planned, seen);
		SendableRequest anew = ready.planned(planned, seen);
		if (left) {
			return new RequestDecision.Settled(this.findings.left(anew, now));
		}
		return missing.isNothing() ? new RequestDecision.Settled(this.findings.holds(anew, now, served.begun()))
				: new RequestDecision.Send(anew);
	}

	private RequestDecision failed(SendableRequest ready, Code code, String why) {
		return new RequestDecision.Settled(this.findings.skip(ready, code, why));
	}

}
