package io.groupbatch;

import java.time.Clock;
import java.time.ZoneId;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.groupbatch.cli.Groupbatch;
import io.groupbatch.cli.launch.Settings;
import io.groupbatch.clock.ClockDrift;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.journal.StateFolder;
import io.groupbatch.journal.run.JournalGeneration;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Starts the program: the command line first, Spring when a command needs it.
 * <p>
 * Most commands are short, and most of their time was the start of Spring. So it is told
 * what of Spring Boot is used, searches only the packages that have beans, and only their
 * outer classes.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({ BatchJdbcAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		JdbcTemplateAutoConfiguration.class })
@ComponentScan(basePackages = { "io.groupbatch.audit", "io.groupbatch.batch", "io.groupbatch.exportjob",
		"io.groupbatch.importjob", "io.groupbatch.journal", "io.groupbatch.portal", "io.groupbatch.review",
		"io.groupbatch.undo", "io.groupbatch.verify" }, resourcePattern = "**/{outer:[^$]*}.class")
public class Application {

	/** What Batch's own script makes last: with it, all its tables are there. */
	private static final String LAST_OF_BATCH = "BATCH_JOB_INSTANCE_SEQ";

	public static void main(String[] args) {
		System.exit(Groupbatch.run(args, Application::start, System.getenv()));
	}

	/**
	 * Brings Spring up.
	 * @param folder the open journal, which the caller closes
	 * @param settings what the command line says
	 */
	public static ConfigurableApplicationContext start(StateFolder folder, Settings settings) {
		return start(folder, settings, Clock.system(ZoneId.systemDefault()), new MonotonicClock(System::nanoTime));
	}

	/**
	 * Brings Spring up with clocks of the caller's.
	 * @param clock tells the time of day
	 * @param monotonic measures how long something takes
	 */
	public static ConfigurableApplicationContext start(StateFolder folder, Settings settings, Clock clock,
			MonotonicClock monotonic) {
		keepLogbackQuiet();
		ClockDrift drift = new ClockDrift(clock, monotonic);
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(settings.properties())
			.properties(
					"spring.batch.jdbc.initialize-schema=" + (folder.hasSequence(LAST_OF_BATCH) ? "never" : "always"))
			.initializers((context) -> {
				GenericApplicationContext beans = (GenericApplicationContext) context;
				register(folder, beans);
				settings.options()
					.forEach((one) -> beans.getBeanFactory().registerSingleton(one.getClass().getName(), one));
				beans.registerBean("clock", Clock.class, () -> clock);
				beans.registerBean("monotonicClock", MonotonicClock.class, () -> monotonic);
				beans.registerBean("clockDrift", ClockDrift.class, () -> drift);
			})
			.run();
	}

	/** What the folder owns stays open when Spring ends. */
	private static void register(StateFolder folder, GenericApplicationContext context) {
		context.registerBean("dataSource", DataSource.class, folder::dataSource,
				(bean) -> bean.setDestroyMethodName(""));
		context.registerBean("generation", JournalGeneration.class, folder::generation,
				(bean) -> bean.setDestroyMethodName(""));
	}

	/**
	 * While Spring sets up the log, there is none for a moment. Of the first thread that
	 * logs then, such as one of the journal's connections, Logback warns on the screen;
	 * it does so once, which is now, unseen.
	 */
	private static void keepLogbackQuiet() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
			Logger nowhere = log.getLogger("nowhere");
			nowhere.setAdditive(false);
			nowhere.setLevel(Level.ERROR);
			nowhere.error("");
			log.getStatusManager().clear();
		}
	}

}
