package io.groupbatch.cli.exit;

import java.util.Objects;

import io.groupbatch.importjob.RunTargetCheck.Refusal;
import io.groupbatch.journal.run.Run;

/**
 * Says why a run may not go on at an address or with a key, and what to do then.
 */
public final class RunTargetMessages {

	private RunTargetMessages() {
	}

	/** The exception that ends the command; not thrown here. */
	public static CommandException stop(Refusal refusal) {
		Run run = refusal.run();
		String old = run.target().portal();
		String address = refusal.now().target().portal();
		return switch (refusal.reason()) {
			case PORTAL_UNAVAILABLE -> CommandException.because(Objects.requireNonNull(refusal.now().trouble()));
			case OTHER_PORTAL -> new CommandException(ExitCode.CONFIGURATION, "Run " + run.number() + " belongs to "
					+ old + ", not to " + address + ". Give the address and the key of that portal.");
			case OTHER_ADDRESS -> new CommandException(ExitCode.CONFIGURATION,
					"Run %d belongs to %s. The portal at %s is the same one, or a copy: its users have the same ids."
						.formatted(run.number(), old, address)
							+ " Nothing was sent. If it is the same one, continue there with --portal-moved.");
			case NOT_RECOGNISED -> new CommandException(ExitCode.CONFIGURATION,
					"Nothing shows that the portal at %s is the portal of run %d, which belongs to %s."
						.formatted(address, run.number(), old)
							+ " Nothing was sent. Give the address and the key of that portal.");
			case OTHER_ACCOUNT -> otherAccount(refusal);
		};
	}

	private static CommandException otherAccount(Refusal refusal) {
		Run.Account now = refusal.now().account();
		String who = name(refusal.owner());
		return new CommandException(ExitCode.STOPPED, (now.id() != null)
				? ("Run %d was planned with the key of %s, and this key is that of %s. Nothing was sent."
						+ " Give the key of %s, or send it with this one: --as-other-account")
					.formatted(refusal.run().number(), who, name(now), who)
				: ("Run %d was planned with the key of %s, and the portal does not say whose key this is. Nothing was"
						+ " sent. Check that it is the key of %s, then send it: --as-other-account")
					.formatted(refusal.run().number(), who, who));
	}

	private static String name(Run.Account account) {
		String name = account.name();
		return (name != null && !name.isBlank()) ? name : "the user " + account.id();
	}

}
