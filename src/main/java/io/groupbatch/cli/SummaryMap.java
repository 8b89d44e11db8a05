package io.groupbatch.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;

/**
 * What {@code summary.json} says, by name. Scripts rely on the names and on what is null;
 * there may be further ones in a later version.
 */
final class SummaryMap {

	private final Verdict verdict;

	private final ExitCode code;

	private final Summary.Further further;

	SummaryMap(Verdict verdict, ExitCode code, Summary.Further further) {
		this.verdict = verdict;
		this.code = code;
		this.further = further;
	}

	Map<String, Object> map(NextCommand next) {
		Run run = this.verdict.run();
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("run", run.number());
		summary.put("state", run.state());
		summary.put("exitCode", this.code.code());
		addWhere(summary, run);
		summary.put("rows", this.verdict.total());
		summary.put("counts", Arrays.stream(RowStatus.values())
			.collect(Collectors.toMap(Enum::name, this.verdict::count, (one, other) -> one, LinkedHashMap::new)));
		summary.put("stopReason", (run.halt() != null) ? run.halt().reason() : null);
		summary.put("message", (run.halt() != null) ? run.halt().sentence() : null);
		Map<String, String> files = (this.further.reported() && !run.isPurged()) ? Reports.of(run).written() : Map.of();
		summary.put("report", files.get("report"));
		summary.put("files", files);
		summary.put("reportCommand", this.further.reported() ? null : next.report(run));
		summary.put("peopleToFix", files.get("peopleToFix"));
		summary.put("auditHead", this.further.auditHead());
		if (this.further.plan() != null) {
			summary.put("plan", this.further.plan());
		}
		summary.put("nextCommand",
				(run.state() == RunState.WAITING) ? next.cancel(run) : this.verdict.goesOn() ? next.resume(run) : null);
		summary.put("mendCommand", (files.containsKey("failed") && !run.target().sandbox())
				? next.mend(run, this.further.remarks()) : null);
		return summary;
	}

	private void addWhere(Map<String, Object> summary, Run run) {
		summary.put("portal", run.target().portal());
		summary.put("sandbox", run.target().sandbox());
		summary.put("account", run.target().senderName());
		summary.put("plannedAs", run.target().plannerName());
		summary.put("file", run.source().file().toString());
		summary.put("sha256", run.source().sha256());
		summary.put("note", this.further.remarks().note());
		summary.put("mends", this.further.remarks().mends());
		summary.put("undoes", this.further.remarks().undoes());
		summary.put("startedAt", run.span().created().toString());
		summary.put("endedAt", (run.span().ended() != null) ? run.span().ended().toString() : null);
	}

}
