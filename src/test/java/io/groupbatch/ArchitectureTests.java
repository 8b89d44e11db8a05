package io.groupbatch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groupbatch.ArchitectureRules.Technology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The structure that style section 4 lays down. That each rule can fail is shown by
 * {@link ArchitectureRulesTests}.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.groupbatch");

	private final ArchitectureRules rules = new ArchitectureRules("io.groupbatch");

	@Test
	void packagesAreFreeOfCycles() {
		this.rules.packagesAreFreeOfCycles().check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "csv", "journal", "portal", "sandbox", "text" })
	void leavesImportNothingOfOurs(String leaf) {
		this.rules.isALeaf(leaf).check(CLASSES);
	}

	@Test
	void stagesDoNotKnowOneAnother() {
		this.rules.stagesDoNotKnowOneAnother().check(CLASSES);
	}

	@Test
	void theJobDoesNotKnowItsStages() {
		this.rules.theJobDoesNotKnowItsStages().check(CLASSES);
	}

	@Test
	void theCommandLineUsesPublicDoorsOnly() {
		this.rules.theCommandLineUsesPublicDoorsOnly().check(CLASSES);
	}

	@ParameterizedTest
	@EnumSource
	void everyTechnologyHasItsHome(Technology technology) {
		this.rules.hasItsHome(technology).check(CLASSES);
	}

	@Test
	void theDatabaseHasItsHome() {
		this.rules.databaseHasItsHome().check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() {
		this.rules.everyPackageIsNullMarked().check(CLASSES);
	}

	@Test
	void onlyTheCommandLineCatchesEverything() {
		this.rules.onlyTheCommandLineCatchesEverything().check(CLASSES);
	}

}
