package io.groupbatch.importjob.send;

import io.groupbatch.journal.Halt;
import io.groupbatch.journal.StopReason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunStopTests {

	@Test
	void theFirstReasonStands() {
		RunStop stop = new RunStop();
		assertThat(stop.isSet()).isFalse();
		assertThat(stop.why()).isEmpty();
		Halt first = new Halt(StopReason.KEY, "The key.");

		stop.because(first);
		stop.because(new Halt(StopReason.PORTAL, "No answer."));

		assertThat(stop.isSet()).isTrue();
		assertThat(stop.why()).contains(first);
	}

}
