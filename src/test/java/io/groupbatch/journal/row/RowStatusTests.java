package io.groupbatch.journal.row;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RowStatusTests {

	@Test
	void theOrderIsThatOfTheExitCodes() {
		assertThat(Arrays.stream(RowStatus.values()).sorted(RowStatus.gravestFirst())).containsExactly(
				RowStatus.UNKNOWN, RowStatus.NOT_SENT, RowStatus.FAILED, RowStatus.INVALID, RowStatus.PARTIAL,
				RowStatus.CANCELLED, RowStatus.SUCCEEDED, RowStatus.UNCHANGED);
		assertThat(RowStatus.graver(RowStatus.CANCELLED, RowStatus.PARTIAL)).isEqualTo(RowStatus.PARTIAL);
		assertThat(RowStatus.graver(RowStatus.FAILED, RowStatus.UNKNOWN)).isEqualTo(RowStatus.UNKNOWN);
	}

}
