package io.groupbatch.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.portal.Authority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that the program says, provoked and written on one page,
 * {@code messages.txt}, for people to read through. What was found is left in
 * {@code target/messages.txt}, to be looked at and taken over when it is right.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesIT {

	private static final Path PAGE = Path.of("src/test/resources/messages.txt");

	private static final Path NOT_SHOWN = Path.of("src/test/resources/messages-not-shown.txt");

	private final MessagePage page = new MessagePage();

	@TempDir
	private static Path folder;

	@BeforeAll
	void makeThePage() throws Exception {
		section("The command line", MessageCommandScenes::usage);
		section("Settings", MessageCommandScenes::settings);
		section("Defaults, log and metrics", MessageCommandScenes::defaults);
		section("Files", MessageCommandScenes::files);
		section("Runs", MessageCommandScenes::runs);
		section("BAD_FILE: what cannot be read as CSV", MessageFileScenes::noCsv);
		section("BAD_FILE: headings", MessageFileScenes::headings);
		section("INVALID rows", MessageFileScenes::rows, MessageFileScenes::groups, MessageFileScenes::otherRows,
				MessageFileScenes::people, MessageFileScenes::byPerson, MessageFileScenes::many);
		section("What became of rows", MessageRowScenes::done, MessageRowScenes::leftOut, MessageRowScenes::leavers,
				MessageRowScenes::invited, MessageRowScenes::notDone, MessageRowScenes::changed);
		section("Lost answers", MessageRowScenes::doubt, MessageRowScenes::twins);
		section("The portal", MessagePortalScenes::trouble, MessagePortalScenes::keys,
				(stage) -> MessagePortalScenes.connections(stage, Authority.in(folder)));
		section("Guards and pauses", MessagePortalScenes::guards, MessagePortalScenes::pause);
		section("Stopped", MessageHomeScenes::noAtTheQuestion, MessageHomeScenes::signals,
				MessageHomeScenes::unfinished);
		section("This computer", MessageHomeScenes::disk, MessageHomeScenes::changedFile, MessageHomeScenes::bug);
		section("doctor", MessagePortalScenes::doctor);
		section("Exports and comparisons", MessageHomeScenes::exports, MessageHomeScenes::exportsOfPeople);
		section("Records", MessageHomeScenes::records);
		section("When all is well", MessageHomeScenes::ordinary, MessageHomeScenes::undone);
		Files.createDirectories(Path.of("target"));
		Files.writeString(Path.of("target/messages.txt"), this.page.text());
	}

	@Test
	void everyMessageSaysWhatHappenedAndWhatToDo() {
		assertThat(this.page.problems()).isEmpty();
	}

	@Test
	void theyAreAllAsOnThePage() {
		assertThat(this.page.text()).isEqualToNormalizingNewlines(read(PAGE));
	}

	@Test
	void everyCodeAndReasonToStopHasAnExample() {
		Stream<Enum<?>> all = Stream.concat(Arrays.stream(Code.values()), Arrays.stream(StopReason.values()));

		assertThat(all.map(Enum::name))
			.allSatisfy((code) -> assertThat(this.page.text()).containsPattern("\\b" + code + "\\b"));
	}

	/**
	 * A new one needs an example, or a line in the list of those that are hard to show.
	 */
	@Test
	void everySentenceOfTheProgramHasAnExample() throws IOException {
		List<String> notShown = SourceSentences.of(MessagesIT::speaks)
			.stream()
			.filter((sentence) -> !this.page.text().contains(sentence))
			.toList();
		Files.write(Path.of("target/messages-not-shown.txt"), notShown);

		assertThat(notShown).containsExactlyInAnyOrderElementsOf(
				read(NOT_SHOWN).lines().filter((line) -> !line.isEmpty() && !line.startsWith("#")).toList());
	}

	/**
	 * The page that people get has tests of its own, and the sandbox speaks as a portal.
	 */
	private static boolean speaks(String file) {
		return !file.startsWith("importjob/report/") && !file.startsWith("sandbox/");
	}

	private void section(String title, Part... parts) throws Exception {
		this.page.section(title);
		for (Part part : parts) {
			try (MessageStage stage = new MessageStage(this.page, folder)) {
				part.play(stage);
			}
		}
	}

	private static String read(Path file) {
		try {
			return Files.exists(file) ? Files.readString(file) : "";
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** A scene. */
	@FunctionalInterface
	private interface Part {

		void play(MessageStage stage) throws Exception;

	}

}
