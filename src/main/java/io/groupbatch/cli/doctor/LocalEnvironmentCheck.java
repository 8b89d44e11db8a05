package io.groupbatch.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import io.groupbatch.cli.connection.EffectiveSetting;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.doctor.Finding;
import io.groupbatch.journal.StateFolder;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.run.Run;
import io.groupbatch.text.DateTimeText;
import io.groupbatch.text.ProgramName;

import org.jspecify.annotations.Nullable;

/**
 * Checks what an import needs of this computer: Java, folders and free space.
 */
final class LocalEnvironmentCheck {

	/** A run of 100,000 rows needs about that much. */
	private static final long ENOUGH = 1_000_000_000;

	private static final double GIGABYTE = 1e9;

	private final Consumer<Finding> tell;

	LocalEnvironmentCheck(Consumer<Finding> tell) {
		this.tell = tell;
	}

	void java() {
		this.tell.accept(
				Finding.ok("Java", "%s (%s), %,d MB of memory at the most".formatted(System.getProperty("java.version"),
						System.getProperty("java.vendor"), Runtime.getRuntime().maxMemory() / 1_000_000)));
	}

	/**
	 * Whether the folder can be used, and what is known of a portal's limits.
	 * @param setting the folder, and who says that it is used
	 * @param portal null: it is not known which
	 */
	Optional<ExitCode> state(EffectiveSetting setting, @Nullable URI portal) {
		Path state = Path.of(setting.value());
		try (StateFolder folder = StateFolder.open(state)) {
			room(setting.name(), state, setting.told());
			if (portal == null) {
				return Optional.empty();
			}
			Optional<Run> last = folder.runs()
				.all()
				.stream()
				.filter((run) -> run.target().portal().equals(portal.toString()))
				.findFirst();
			limits(last.map((run) -> folder.limits().of(run.number())).orElse(PortalLimits.UNKNOWN));
			return Optional.empty();
		}
		catch (StateFolder.InUse ex) {
			this.tell.accept(Finding.warning(setting.name(),
					setting.told() + ": " + ProcessStatusFile.holder(state).orElse("another Groupbatch is at work."),
					"Wait until it has ended."));
			return Optional.empty();
		}
		catch (StateFolder.NotWritable ex) {
			this.tell.accept(Finding.wrong(setting.name(), String.valueOf(ex.getMessage()), ""));
			return Optional.of(ExitCode.CANNOT_WRITE);
		}
	}

	Optional<ExitCode> output(Path output) {
		try {
			Path folder = output;
			while (!Files.exists(folder) && folder.getParent() != null) {
				folder = folder.getParent();
			}
			Files.delete(Files.createTempFile(folder, "try", null));
			room("Reports", folder, folder.toString());
			return Optional.empty();
		}
		catch (IOException ex) {
			this.tell.accept(Finding.wrong("Reports", output + " cannot be written: " + FileErrors.reason(ex),
					"Make it writable, or give imports another folder with --output."));
			return Optional.of(ExitCode.CANNOT_WRITE);
		}
	}

	private void room(String subject, Path folder, String told) {
		try {
			long free = Files.getFileStore(folder).getUsableSpace();
			String text = "%s, %.1f GB free".formatted(told, free / GIGABYTE);
			this.tell.accept((free >= ENOUGH) ? Finding.ok(subject, text)
					: Finding.warning(subject, text, "100,000 rows may need 1 GB. Make room; "
							+ ProgramName.command("runs purge --keep 10") + " deletes the rows of old runs."));
		}
		catch (IOException ex) {
			this.tell
				.accept(Finding.warning(subject, told + ": its free space is not known", "Look whether 1 GB is free."));
		}
	}

	private void limits(PortalLimits limits) {
		String text = (limits.perMinute() != null) ? "%,d requests a minute".formatted(limits.perMinute())
				: limits.unlimited() ? "none a minute" : "not known yet; 1,500 requests a minute are usual";
		this.tell.accept(Finding.ok("Limits",
				text + ((limits.atOnce() != null) ? ", " + limits.atOnce() + " writes at once" : "")));
		if (limits.pause() != null) {
			this.tell.accept(Finding.warning("Limits",
					"the portal takes no changes until " + DateTimeText.of(limits.pause().until()),
					"Give the import after that time, or with --wait."));
		}
	}

}
