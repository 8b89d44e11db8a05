package io.groupbatch.importjob;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.groupbatch.journal.run.Run;

/**
 * The files in a run's folder.
 *
 * @param folder where they are
 */
public record ReportFiles(Path folder) {

	private static final String PEOPLE = "peopleToFix";

	/** What they are called, each by what the summary calls it. */
	private static final Map<String, String> KINDS = kinds();

	/** All their names. */
	public static final List<String> NAMES = List.copyOf(KINDS.values());

	/** Those of a run. */
	public static ReportFiles of(Run run) {
		return new ReportFiles(run.output());
	}

	/** The rows to be fixed and imported; it need not be there. */
	public Path failed() {
		return this.folder.resolve("failed.csv");
	}

	/** The page for people who did not run the job; it need not be there. */
	public Path page() {
		return this.folder.resolve("report.html");
	}

	/** People who could not be matched or added; it need not be there. */
	public Path peopleToFix() {
		return this.folder.resolve("people-to-fix.csv");
	}

	/** People who were invited; it need not be there. */
	public Path peopleInvited() {
		return this.folder.resolve("people-invited.csv");
	}

	/**
	 * Those that are there, by kind.
	 * @param withPeopleToFix whether the run has such people; else a file that says so is
	 * an earlier run's, filled in by the user
	 */
	public Map<String, String> written(boolean withPeopleToFix) {
		Map<String, String> written = new LinkedHashMap<>();
		KINDS.forEach((kind, name) -> {
			boolean stale = kind.equals(PEOPLE) && !withPeopleToFix;
			if (!stale && Files.exists(this.folder.resolve(name))) {
				written.put(kind, this.folder.resolve(name).toString());
			}
		});
		return written;
	}

	private static Map<String, String> kinds() {
		Map<String, String> kinds = new LinkedHashMap<>();
		kinds.put("report", "report.csv");
		kinds.put("page", "report.html");
		kinds.put("groups", "groups.csv");
		kinds.put("failed", "failed.csv");
		kinds.put("open", "open.csv");
		kinds.put("plan", "plan.csv");
		kinds.put(PEOPLE, "people-to-fix.csv");
		kinds.put("peopleInvited", "people-invited.csv");
		kinds.put("undo", "undo.csv");
		return kinds;
	}

}
