package io.groupbatch.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever rows two files have, and wherever their runs are stopped or killed: plan,
 * outcome, portal, {@code verify} and {@code undo} are as a model of docs/operations.md
 * says. The seed stands in the name of each test; {@code -Dmodel.seed=N,M} repeats some,
 * and the profile {@code long} tries 500.
 */
class RunsModelIT {

	@TempDir
	private Path folder;

	static LongStream seeds() {
		String some = System.getProperty("model.seed", "");
		long first = Long.getLong("model.first", 1);
		return some.isEmpty() ? LongStream.range(first, first + Integer.getInteger("model.seeds", 12))
				: Arrays.stream(some.split(",")).mapToLong(Long::parseLong);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void twoRunsDoWhatTheModelSays(long seed) throws IOException, InterruptedException {
		try (ModelScenario scenario = new ModelScenario(this.folder, seed)) {
			scenario.play();
		}
	}

}
