package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.support.OneLateView;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of several servers, one may not have heard of a change yet (portal contract 9.11): what
 * a single look shows may be what was there before.
 */
class LateViewIT extends StandardPortal {

	private static final String FRANK = "frank.moore@sandbox.example";

	@Test
	void whatTheRequestBeforeDidDoesNotMakeAnUnfinishedOneDone() throws IOException {
		this.sandbox.setFaultPolicy(new OneLateView(2, new FaultPolicy.Break(FaultPolicy.Break.Point.HALFWAY, 0), 1));

		importing("add-members,Sales," + FRANK, "remove-members,Sales," + FRANK);

		assertThat(this.program.report().counts()).containsOnly(Map.entry("SUCCEEDED", 2L));
		assertThat(this.sandbox.groups("Sales").get(0).memberEmails()).doesNotContain(FRANK);
	}

	@Test
	void whatWasDoneForSeveralRowsIsNotToldUndoneFromOneLook() throws IOException {
		this.sandbox.setFaultPolicy(new OneLateView(1, refusal(), 4));

		importing("add-members,Sales," + FRANK, "add-members,Sales,elif.yilmaz@sandbox.example");

		assertThat(this.program.report().counts()).containsOnly(Map.entry("SUCCEEDED", 2L));
	}

	private static FaultPolicy.Answer refusal() {
		return new FaultPolicy.Answer(403, "application/json",
				"{\"error\":{\"message\":\"User not found.\",\"type\":\"System.InvalidOperationException\","
						+ "\"hresult\":1},\"status\":1,\"statusCode\":403}",
				Map.of(), true);
	}

	private void importing(String... rows) throws IOException {
		Path file = Files.writeString(this.folder.resolve("rows.csv"),
				"operation,groupName,members\n" + String.join("\n", rows) + "\n");
		this.program.importing(file, "--settle", "1s", "--max-removals", "100%");
	}

}
