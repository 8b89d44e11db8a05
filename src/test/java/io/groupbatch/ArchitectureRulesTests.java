package io.groupbatch;

import java.util.List;

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

	@Test
	void aCycleOfModulesIsFound() {
		assertThat(broken(this.rules.modulesAreFreeOfCycles())).contains("Cycle detected", "Slice csv", "Slice portal");
	}

	@ParameterizedTest
	@CsvSource({ "csv, csv.KnowsThePortal", "portal, portal.KnowsCsv", "journal, journal.KnowsThePortal",
			"sandbox, sandbox.KnowsThePortal" })
	void aModuleThatKnowsMoreThanItMayIsFound(String module, String culprit) {
		assertThat(broken(this.rules.knowsOnly(module, List.of("text")))).contains("broken." + culprit);
	}

	@Test
	void whatIsOnTheListIsNotFound() {
		assertThat(broken(this.rules.knowsOnly("cli", List.of("importjob", "portal.ApiKey"))))
			.contains("broken.cli.KnowsThePortal")
			.doesNotContain("broken.cli.KnowsTheJob", "broken.cli.KnowsTheKey", "broken.cli.KnowsAStage");
	}

	@Test
	void aPartThatIsUsedElsewhereIsFound() {
		assertThat(broken(this.rules.isUsedOnlyInside("importjob.send", "importjob.send")))
			.contains("broken.importjob.plan.KnowsSend", "broken.importjob.KnowsAStage", "broken.cli.KnowsAStage");
		assertThat(broken(this.rules.isUsedOnlyInside("importjob.send", "importjob")))
			.contains("broken.cli.KnowsAStage")
			.doesNotContain("broken.importjob.plan.KnowsSend", "broken.importjob.KnowsAStage");
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
	void aBeanThatTheStartDoesNotFindIsFound() {
		assertThat(broken(this.rules.beansAreWhereTheStartSearches("io.groupbatch.broken.importjob")))
			.contains("broken.cli.IsABean", "broken.importjob.HasABean$Inner")
			.doesNotContain("broken.importjob.IsABean");
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
