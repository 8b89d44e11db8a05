package io.groupbatch.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import io.groupbatch.Application;

/**
 * The program in a jar, and an archive of its classes as Java has loaded them, as
 * {@code run.sh} keeps both for fast starts. Made once for all processes that the tests
 * of a build start.
 *
 * @param classPath for a process of the program
 * @param options for its JVM
 */
record ProgramArchive(String classPath, List<String> options) {

	private static final Path FOLDER = Path.of("target", "started").toAbsolutePath();

	/** The one of this build. */
	static ProgramArchive get() {
		return Holder.ARCHIVE;
	}

	private static ProgramArchive make() {
		List<Path> elements = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.toList();
		List<Path> folders = elements.stream().filter(Files::isDirectory).toList();
		Path classes = folders.stream()
			.filter((folder) -> Files.exists(folder.resolve("io/groupbatch/Application.class")))
			.findFirst()
			.orElseThrow();
		try (FileChannel channel = FileChannel.open(Files.createDirectories(FOLDER).resolve("lock"),
				StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			channel.lock();
			Path made = FOLDER.resolve(fingerprint(classes, elements));
			Path jar = made.resolve("program.jar");
			Path archive = made.resolve("archive");
			String path = Stream
				.concat(Stream.of(jar), elements.stream().filter((element) -> !folders.contains(element)))
				.map(Path::toString)
				.collect(Collectors.joining(File.pathSeparator));
			if (!Files.exists(made)) {
				deleteOlder();
				Files.createDirectories(made);
				ToolProvider.findFirst("jar")
					.orElseThrow()
					.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
				train(path, made, archive);
			}
			// Not every Java can make one.
			List<String> options = Files.exists(archive) ? List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + archive)
					: List.of();
			return new ProgramArchive(path, options);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static void train(String classPath, Path folder, Path archive) throws IOException, InterruptedException {
		Path unfinished = folder.resolve("unfinished");
		List<String> command = new ArrayList<>(List.of(Program.java()));
		command.addAll(Program.JVM);
		command.addAll(List.of("-XX:ArchiveClassesAtExit=" + unfinished, Application.class.getName(), "import",
				Path.of("input/groups.csv").toAbsolutePath().toString(), "--sandbox", "--state",
				folder.resolve("state").toString(), "--output", folder.resolve("output").toString()));
		ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(folder.resolve("training.txt").toFile());
		process.environment().put("CLASSPATH", classPath);
		process.start().waitFor();
		if (Files.exists(unfinished)) {
			Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
		}
	}

	private static void deleteOlder() throws IOException {
		try (Stream<Path> older = Files.list(FOLDER)) {
			for (Path folder : older.filter(Files::isDirectory).toList()) {
				Folders.delete(folder);
			}
		}
	}

	/** Other classes, other libraries or another Java make another archive. */
	private static String fingerprint(Path classes, List<Path> elements) throws IOException {
		CRC32 all = new CRC32();
		List<String> parts = new ArrayList<>(Arrays.asList(Runtime.version().toString(), elements.toString()));
		try (Stream<Path> files = Files.walk(classes)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				parts.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
			}
		}
		parts.forEach((part) -> all.update(part.getBytes(StandardCharsets.UTF_8)));
		return Long.toHexString(all.getValue());
	}

	private static final class Holder {

		private static final ProgramArchive ARCHIVE = make();

	}

}
