package io.groupbatch;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groupbatch.ArchitectureRules.Technology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.ComponentScan;

import org.jspecify.annotations.Nullable;

/**
 * The structure of the program. That each rule can fail is shown by
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

	@Test
	void modulesAreFreeOfCycles() {
		this.rules.modulesAreFreeOfCycles().check(CLASSES);
	}

	/**
	 * The sandbox and the portal's client share nothing: they must not be wrong together.
	 */
	@ParameterizedTest
	@CsvSource(textBlock = """
			text,
			clock,
			sandbox,
			csv, text
			journal, text
			portal, text
			batch, 'clock, journal, portal, text'
			review, 'batch, csv, journal, portal, text'
			audit, 'csv, journal, text'
			importjob, 'audit, batch, clock, csv, journal, portal, review, text'
			exportjob, 'batch, csv, importjob, journal, portal, text'
			verify, 'batch, csv, exportjob, importjob, journal, text'
			undo, 'batch, csv, importjob, journal, portal, text'
			doctor, 'batch, journal, portal, text'
			""")
	void aModuleKnowsOnlyWhatItMay(String module, @Nullable String others) {
		this.rules.knowsOnly(module, (others != null) ? List.of(others.split(", ")) : List.of()).check(CLASSES);
	}

	/** Of the portal it knows where one is, and how it is let in. */
	@Test
	void theCommandLineAsksServices() {
		this.rules.knowsOnly("cli",
				List.of("audit", "batch", "clock", "doctor", "exportjob", "importjob", "journal", "review", "sandbox",
						"text", "undo", "verify", "portal.http.PortalSettings", "portal.http.Route",
						"portal.http.ApiKey"))
			.check(CLASSES);
	}

	@ParameterizedTest
	@CsvSource({ "importjob.stage, importjob.stage", "importjob.plan, importjob.plan", "importjob.send, importjob.send",
			"importjob.report, importjob.report", "cli, cli", "sandbox.api, sandbox", "sandbox.write, sandbox",
			"sandbox.log, sandbox" })
	void aPartIsUsedOnlyInside(String part, String home) {
		this.rules.isUsedOnlyInside(part, home).check(CLASSES);
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
	void beansAreWhereTheStartSearches() {
		this.rules.beansAreWhereTheStartSearches(Application.class.getAnnotation(ComponentScan.class).basePackages())
			.check(CLASSES);
	}

	@Test
	void onlyTheCommandLineCatchesEverything() {
		this.rules.onlyTheCommandLineCatchesEverything().check(CLASSES);
	}

}
