package io.groupbatch.importjob.report.html.page;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;

import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineTests {

	@ParameterizedTest(name = "{0}, {1}, {2} of {3}: {4}")
	@CsvSource(delimiter = ';', value = {
			"FINISHED; SUCCEEDED 118 FAILED 2; 118; 120; 118 of 120 groups are complete. 2 need attention:",
			"FINISHED; SUCCEEDED 1199 FAILED 1; 1199; 1200; 1,199 of 1,200 groups are complete. 1 needs attention:",
			"FINISHED; SUCCEEDED 120; 120; 120; All 120 groups are complete.",
			"FINISHED; UNCHANGED 1; 1; 1; The only group is complete.",
			"FINISHED; SUCCEEDED 5 INVALID 1; 3; 3; All 3 groups are complete. 1 row needs attention:",
			"FINISHED; INVALID 2; 0; 0; 0 of 2 rows are complete. 2 need attention:",
			"UNFINISHED; SUCCEEDED 1 NOT_SENT 2; 1; 3; 1 of 3 groups are complete. 2 need attention:",
			"WAITING; UNKNOWN 1; 0; 1; The only group needs attention:",
			"PLANNED; NOT_SENT 9; 0; 0; Nothing was sent yet.",
			"REFUSED; NOT_SENT 9 INVALID 2; 0; 0; Nothing was sent. 2 of 11 rows need attention:",
			"REFUSED; NOT_SENT 9 INVALID 1; 0; 0; Nothing was sent. 1 of 10 rows needs attention:",
			"FINISHED; ''; 0; 0; The file has no rows." })
	void saysTheMostImportantThing(RunState state, String rows, long complete, long groups, String sentence) {
		Run run = new Run(1, state, new Run.Source(Path.of("/teams.csv"), "0", ""),
				new Run.Target("https://p", false, null, null), Path.of("/out"), null,
				new Run.Span(OffsetDateTime.MIN, null, null), Run.Content.NONE, Run.Remarks.NONE, Run.Plan.NONE);

		assertThat(new Headline(run, counts(rows), new Headline.Groups(complete, groups)).sentence())
			.isEqualTo(sentence);
	}

	private static Map<RowStatus, Long> counts(String rows) {
		Map<RowStatus, Long> counts = new EnumMap<>(RowStatus.class);
		String[] words = rows.isEmpty() ? new String[0] : rows.split(" ");
		for (int i = 0; i < words.length; i += 2) {
			counts.put(RowStatus.valueOf(words[i]), Long.parseLong(words[i + 1]));
		}
		return counts;
	}

}
