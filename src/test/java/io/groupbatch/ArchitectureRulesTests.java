package io.groupbatch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.groupbatch.ArchitectureRules.Technology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule fails on classes made to break it, so that a rule that could never fail is
 * noticed.
 */
class ArchitectureRulesTests {

	private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("io.groupbatch.broken");

	private final ArchitectureRules rules = new ArchitectureRules("io.groupbatch.broken");

	@Test
	void aCycleIsFound() {
		assertThat(broken(this.rules.packagesAreFreeOfCycles())).contains("Cycle detected", "broken.csv",
				"broken.portal");
	}

	@ParameterizedTest
	@CsvSource({ "csv, csv.KnowsThePortal", "portal, portal.KnowsCsv", "journal, journal.KnowsThePortal",
			"sandbox, sandbox.KnowsThePortal" })
	void aLeafThatLeansOnAnotherIsFound(String leaf, String culprit) {
		assertThat(broken(this.rules.isALeaf(leaf))).contains("broken." + culprit);
	}

	@Test
	void aStageThatKnowsAnotherIsFound() {
		assertThat(broken(this.rules.stagesDoNotKnowOneAnother())).contains("broken.importjob.plan.KnowsSend");
	}

	@Test
	void aJobThatKnowsAStageIsFound() {
		assertThat(broken(this.rules.theJobDoesNotKnowItsStages())).contains("broken.importjob.KnowsAStage");
	}

	@Test
	void aCommandLineThatGoesPastTheDoorIsFound() {
		assertThat(broken(this.rules.theCommandLineUsesPublicDoorsOnly()))
			.contains("broken.cli.KnowsThePortal", "broken.cli.KnowsAStage")
			.doesNotContain("broken.cli.KnowsTheJob", "broken.cli.KnowsTheKey");
	}

	@ParameterizedTest
	@CsvSource({ "COMMONS_CSV, importjob.ReadsCsv", "HTTP_CLIENT, importjob.CallsTheWeb",
			"HTTP_SERVER, importjob.ServesTheWeb", "JSON, importjob.ReadsJson", "ARGUMENTS, importjob.ReadsArguments",
			"BATCH, journal.KnowsBatch" })
	void aTechnologyAwayFromHomeIsFound(Technology technology, String culprit) {
		assertThat(broken(this.rules.hasItsHome(technology))).contains("broken." + culprit);
	}

	@Test
	void aDatabaseAwayFromHomeIsFound() {
		assertThat(broken(this.rules.databaseHasItsHome())).contains("broken.importjob.ReadsTheDatabase",
				"broken.KnowsTheDatabase");
	}

	@Test
	void aPackageWithoutNullMarkIsFound() {
		assertThat(broken(this.rules.everyPackageIsNullMarked())).contains("broken.unmarked.NotMarked")
			.doesNotContain("broken.csv");
	}

	@Test
	void aCatchAllIsFound() {
		assertThat(broken(this.rules.onlyTheCommandLineCatchesEverything()))
			.contains("CatchesEverything.anException", "CatchesEverything.aThrowable")
			.doesNotContain("CatchesEverything.aResource");
	}

	private static String broken(ArchRule rule) {
		return rule.evaluate(BROKEN).getFailureReport().toString();
	}

}
