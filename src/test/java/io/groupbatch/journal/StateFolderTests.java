package io.groupbatch.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.groupbatch.journal.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StateFolderTests {

	@TempDir
	private Path temporary;

	@Test
	void whatIsKeptIsThereTheNextTime() {
		try (TestJournal journal = TestJournal.open(this.temporary)) {
			journal.run("a");
		}
		try (StateFolder folder = StateFolder.open(this.temporary)) {
			assertThat(folder.runs().all()).extracting(Run::number).containsExactly(1L);
		}
	}

	@Test
	void aSecondProcessIsTurnedAway() throws Exception {
		try (StateFolder folder = StateFolder.open(this.temporary)) {
			assertThat(openInAnotherProcess()).contains("InUse", this.temporary.toString(), "--state");
			assertThat(folder.runs().all()).isEmpty();
		}
	}

	@Test
	void aNewFolderIsReadableByItsOwnerOnly() throws IOException {
		Path folder = this.temporary.resolve("a/state");

		StateFolder.open(folder).close();

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.getParent())))
			.isEqualTo("rwx------");
	}

	@Test
	void aFileInPlaceOfTheFolderIsRefused() throws IOException {
		Path file = Files.writeString(this.temporary.resolve("state"), "no folder");

		assertThatExceptionOfType(StateFolder.NotWritable.class).isThrownBy(() -> StateFolder.open(file))
			.withMessageContaining(file.toString())
			.withMessageContaining("--state");
	}

	@Test
	void aSemicolonInThePathIsRefusedForItWouldSteerTheDatabase() {
		Path folder = this.temporary.resolve("a;INIT=x");

		assertThatExceptionOfType(StateFolder.NotWritable.class).isThrownBy(() -> StateFolder.open(folder))
			.withMessageContaining("semicolon");
		assertThat(folder).doesNotExist();
	}

	@Test
	void blanksAndAccentsInThePathAreFine() {
		Path folder = this.temporary.resolve("Über uns/state %20 #1");

		StateFolder.open(folder).close();

		assertThat(folder.resolve("journal.mv.db")).exists();
	}

	@Test
	void aDamagedDatabaseIsNotTakenForOneInUse() throws IOException {
		Files.write(this.temporary.resolve("journal.mv.db"), new byte[8192]);

		assertThatExceptionOfType(StateFolder.NotWritable.class).isThrownBy(() -> StateFolder.open(this.temporary));
	}

	@Test
	void anEmptyJournalIsDamagedAndNotANewOne() throws IOException {
		StateFolder.open(this.temporary).close();
		Files.write(this.temporary.resolve("journal.mv.db"), new byte[0]);

		assertRefused("damaged", "--state");
	}

	@Test
	void anEmptyJournalOfAProcessThatDiedWhileItMadeItIsMadeAnew() throws IOException {
		Files.write(this.temporary.resolve("journal.mv.db"), new byte[0]);
		Files.writeString(this.temporary.resolve("new-journal"), "");

		StateFolder.open(this.temporary).close();

		assertThat(this.temporary.resolve("new-journal")).doesNotExist();
	}

	@Test
	void anOlderCopyOfTheJournalIsRefusedUntilTheUserSaysThatItIsMeant() throws IOException {
		StateFolder.open(this.temporary).close();
		byte[] copy = Files.readAllBytes(this.temporary.resolve("journal.mv.db"));
		StateFolder.open(this.temporary).close();
		Files.write(this.temporary.resolve("journal.mv.db"), copy);

		assertRefused("older", "generation");
		Files.delete(this.temporary.resolve("generation"));

		StateFolder.open(this.temporary).close();
		StateFolder.open(this.temporary).close();
	}

	@Test
	void aJournalThatIsMissingIsNotTakenForOneThatNeverWas() throws IOException {
		StateFolder.open(this.temporary).close();
		Files.delete(this.temporary.resolve("journal.mv.db"));

		assertRefused("older", "generation");
	}

	@Test
	void aFileOfTheGenerationThatMakesNoSenseProvesNothing() throws IOException {
		StateFolder.open(this.temporary).close();
		Files.writeString(this.temporary.resolve("generation"), "?");

		StateFolder.open(this.temporary).close();
	}

	@Test
	void aJournalWithFlippedBytesIsCalledDamagedOrOlderWhereItDoesNotOpen() throws IOException {
		try (TestJournal journal = TestJournal.open(this.temporary)) {
			for (int i = 0; i < 20; i++) {
				journal.run("a" + i);
			}
		}
		byte[] sound = Files.readAllBytes(this.temporary.resolve("journal.mv.db"));
		byte[] generation = Files.readAllBytes(this.temporary.resolve("generation"));
		Random random = new Random(16);
		int refused = 0;
		for (int i = 0; i < 60; i++) {
			byte[] flipped = sound.clone();
			for (int j = 0; j < 64; j++) {
				flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
			}
			Path copy = Files.createDirectory(this.temporary.resolve("copy" + i));
			Files.write(copy.resolve("journal.mv.db"), flipped);
			Files.write(copy.resolve("generation"), generation);
			try (StateFolder folder = StateFolder.open(copy)) {
				folder.runs().all();
			}
			catch (StateFolder.NotWritable ex) {
				refused++;
				assertThat(ex.getMessage()).as("round %d", i)
					.containsAnyOf("journal is damaged", "journal is older")
					.doesNotContain("null");
			}
			catch (RuntimeException ex) {
				assertThat(StateFolder.isDamage(ex)).as("round %d: %s", i, ex).isTrue();
			}
		}
		assertThat(refused).isPositive();
	}

	private void assertRefused(String... words) {
		assertThatExceptionOfType(StateFolder.NotWritable.class).isThrownBy(() -> StateFolder.open(this.temporary))
			.satisfies((refused) -> assertThat(refused.getMessage()).contains(words));
	}

	private String openInAnotherProcess() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Opener.class.getName(), this.temporary.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		return output;
	}

	/** Another Groupbatch, as far as the state folder knows. */
	static final class Opener {

		private Opener() {
		}

		public static void main(String[] args) {
			try (StateFolder folder = StateFolder.open(Path.of(args[0]))) {
				System.out.println("opened " + folder.runs().all());
			}
			catch (StateFolder.InUse ex) {
				System.out.println(ex);
			}
		}

	}

	@Test
	void aClosedFolderIsFreeAtOnce() throws Exception {
		StateFolder.open(this.temporary).close();

		assertThat(openInAnotherProcess()).contains("opened");
	}

}
