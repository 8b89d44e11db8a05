package io.groupbatch.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Trail;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.report.RunStatistics;
import io.groupbatch.journal.report.RunStatistics.Slot;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.RequestResult.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class TrafficTests {

	private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

	private TestJournal journal;

	private long run;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.run = this.journal.run("a").number();
	}

	@Test
	void aRunThatSentNothingHasNoTraffic() {
		request(1, null, 0, null);

		assertThat(this.journal.statistics.span(this.run)).isEmpty();
	}

	@Test
	void countsRequestsByTimeAndThoseInVain() {
		request(1, 0, 0, 200);
		request(2, 400, 2, 201);
		request(3, 999, 0, 400);
		request(4, 2000, 0, null);

		assertThat(this.journal.statistics.span(this.run))
			.contains(new RunStatistics.Span(NOON, NOON.plusMillis(2000)));
		assertThat(this.journal.statistics.slots(this.run, NOON, Duration.ofMillis(500)))
			.containsExactly(new Slot(0, 4, 2), new Slot(1, 1, 1), new Slot(4, 1, 1));
	}

	@Test
	void anotherRunDoesNotCount() {
		request(1, 0, 0, 200);

		assertThat(this.journal.statistics.span(this.journal.run("b").number())).isEmpty();
	}

	private void request(long id, @Nullable Integer millis, int resent, @Nullable Integer status) {
		PlannedRequest request = new PlannedRequest(id, RequestType.UPDATE, id, Change.NONE, new Ties(null, null, null),
				id);
		this.journal.groups.add(this.run,
				List.of(new TrackedGroup(id, null, "Team " + id, null, false, TrackedGroupState.FOUND, Trail.NONE)));
		this.journal.requests.add(this.run, List.of(request));
		Trace trace = (millis != null)
				? new Trace(status, resent, OffsetDateTime.ofInstant(NOON.plusMillis(millis), ZoneOffset.UTC), 5)
				: null;
		this.journal.record(this.run, new RequestResult(request, RequestState.DONE, trace, null, List.of()));
	}

}
