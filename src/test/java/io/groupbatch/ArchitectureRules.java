package io.groupbatch;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Component;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of the program's structure, for a root package: the real one, or the one of
 * classes that break every rule.
 *
 * @param root the package that stands for {@code io.groupbatch}
 */
record ArchitectureRules(String root) {

	private static final DescribedPredicate<JavaClass> DATABASE = resideInAnyPackage("java.sql..", "javax.sql..",
			"org.h2..", "org.flywaydb..", "com.zaxxer.hikari..", "org.springframework.jdbc..");

	ArchRule packagesAreFreeOfCycles() {
		return slices().assignedFrom(byPackage())
			.should()
			.beFreeOfCycles()
			.because("packages in a cycle can only be understood, tested and changed together");
	}

	/** Modules are the packages right below the root, each with all below it. */
	ArchRule modulesAreFreeOfCycles() {
		return slices().matching(this.root + ".(*)..")
			.should()
			.beFreeOfCycles()
			.because("what belongs to a module is replaced together, and no two of them need each other");
	}

	/**
	 * What a module may know of ours.
	 * @param module the module
	 * @param others the modules, or single packages or types, that it may use
	 */
	ArchRule knowsOnly(String module, Collection<String> others) {
		String[] packages = Stream.concat(Stream.of(module), others.stream())
			.map((other) -> of(other) + (other.contains(".") ? "" : ".."))
			.toArray(String[]::new);
		Set<String> types = others.stream().map(this::of).collect(Collectors.toSet());
		return noClasses().that()
			.resideInAPackage(of(module) + "..")
			.should()
			.dependOnClassesThat(ours().and(resideOutsideOfPackages(packages))
				.and(DescribedPredicate.describe("are not on its list", (type) -> !types.contains(type.getName()))))
			.because("the list of " + module + " in ArchitectureTests says what it may know");
	}

	/**
	 * A part is used only at its home, and by the start. So public means there: public in
	 * the part.
	 * @param part a package with all below it
	 * @param home the part itself, or a package around it
	 */
	ArchRule isUsedOnlyInside(String part, String home) {
		return noClasses().that(resideOutsideOfPackages(of(home) + "..", this.root))
			.should()
			.dependOnClassesThat()
			.resideInAPackage(of(part) + "..")
			.because("the steps of a job share nothing but the journal, and are found by name");
	}

	ArchRule hasItsHome(Technology technology) {
		String[] homes = Arrays.stream(technology.homes.split(", "))
			.map((home) -> of(home) + "..")
			.toArray(String[]::new);
		return noClasses().that()
			.resideOutsideOfPackages(homes)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(technology.packages.split(", "))
			.because("a technology that has one home can be understood and replaced there");
	}

	ArchRule databaseHasItsHome() {
		DescribedPredicate<JavaClass> sourceAtTheRoot = DescribedPredicate.describe("the data source, at the root",
				(type) -> type.getName().equals("javax.sql.DataSource"));
		ArchRule elsewhere = noClasses().that()
			.resideOutsideOfPackages(of("journal") + "..", this.root)
			.should()
			.dependOnClassesThat(DATABASE)
			.because("the journal alone knows that it is a database");
		return CompositeArchRule.of(elsewhere)
			.and(noClasses().that()
				.resideInAPackage(this.root)
				.should()
				.dependOnClassesThat(DATABASE.and(DescribedPredicate.not(sourceAtTheRoot)))
				.because("the start only hands the data source on"));
	}

	ArchRule everyPackageIsNullMarked() {
		return classes().should(beInANullMarkedPackage())
			.because("the compiler checks for null only where a package asks for it");
	}

	ArchRule onlyTheCommandLineCatchesEverything() {
		return classes().that()
			.resideOutsideOfPackage(of("cli") + "..")
			.should(notCatchEverything())
			.because("what nobody expects must reach the one place that makes an exit code of it");
	}

	/**
	 * Beans are outer classes, in modules where the start searches for them.
	 * @param searched the packages that are searched, each with all below it
	 */
	ArchRule beansAreWhereTheStartSearches(String... searched) {
		return classes().that()
			.areMetaAnnotatedWith(Component.class)
			.and()
			.resideOutsideOfPackage(this.root)
			.should()
			.beTopLevelClasses()
			.andShould()
			.resideInAnyPackage(Arrays.stream(searched).map((found) -> found + "..").toArray(String[]::new))
			.because("a bean anywhere else is not found");
	}

	private String of(String name) {
		return this.root + "." + name;
	}

	private DescribedPredicate<JavaClass> ours() {
		return resideInAPackage(this.root + "..");
	}

	private SliceAssignment byPackage() {
		String own = this.root;
		return new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				return type.getPackageName().startsWith(own) ? SliceIdentifier.of(type.getPackageName())
						: SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return "packages of " + own;
			}

		};
	}

	private static ArchCondition<JavaClass> beInANullMarkedPackage() {
		return new ArchCondition<>("be in a package that is null-marked") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(type, marked,
						type.getName() + " is in a package that is " + (marked ? "" : "not ") + "null-marked"));
			}

		};
	}

	private static ArchCondition<JavaClass> notCatchEverything() {
		return new ArchCondition<>("not catch Exception or Throwable") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				for (JavaCodeUnit code : type.getCodeUnits()) {
					boolean all = caught(code).anyMatch((name) -> name.equals("java.lang.Exception"))
							|| (caught(code).anyMatch((name) -> name.equals("java.lang.Throwable"))
									&& !closesResources(code));
					events.add(new SimpleConditionEvent(type, !all,
							code.getFullName() + (all ? " catches" : " does not catch") + " everything"));
				}
			}

		};
	}

	private static Stream<String> caught(JavaCodeUnit code) {
		return code.getTryCatchBlocks()
			.stream()
			.flatMap((block) -> block.getCaughtThrowables().stream())
			.map(JavaClass::getName);
	}

	/** The compiler makes a catch of Throwable for every try-with-resources. */
	private static boolean closesResources(JavaCodeUnit code) {
		return code.getMethodCallsFromSelf().stream().anyMatch((call) -> call.getName().equals("addSuppressed"));
	}

	/** What is outside of the program, and which packages alone may touch it. */
	enum Technology {

		COMMONS_CSV("csv", "org.apache.commons.csv.."),

		HTTP_CLIENT("portal",
				"org.apache.hc.., java.net.http.., org.springframework.http.., org.springframework.web.."),

		HTTP_SERVER("sandbox", "com.sun.net.httpserver.."),

		JSON("portal, sandbox, cli", "tools.jackson.., com.fasterxml.jackson.."),

		ARGUMENTS("cli", "picocli.."),

		BATCH("batch, importjob, exportjob, verify", "org.springframework.batch..");

		private final String homes;

		private final String packages;

		Technology(String homes, String packages) {
			this.homes = homes;
			this.packages = packages;
		}

	}

}
