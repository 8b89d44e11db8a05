package io.groupbatch.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;

/**
 * The sentences, and parts of sentences, that stand in the program's code: three words in
 * a row are one. What only help, the log or a bug would show is left out, and SQL, which
 * begins with a word in capitals as no sentence does.
 */
public final class SourceSentences {

	private static final Path SOURCES = Path.of("src/main/java/io/groupbatch");

	private static final Pattern THREE_WORDS = Pattern
		.compile("(?<![\\w\\\\.-])[A-Za-z][a-z']+[,;:.]? [A-Za-z][a-z']*[,;:.]? [A-Za-z][a-z']+(?![\\w/])");

	private static final Pattern BLANKS_TO_FILL = Pattern.compile("%(\\d\\$)?[,.\\d]*[a-zA-Z]|\\n");

	private static final Pattern SQL = Pattern.compile("INSERT INTO |SELECT ");

	private SourceSentences() {
	}

	/**
	 * Those of some packages, as they are said: with blanks to fill, the parts between.
	 */
	public static Set<String> of(Predicate<String> files) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (Stream<Path> walk = Files.walk(SOURCES);
				StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			List<Path> chosen = walk.filter((file) -> files.test(SOURCES.relativize(file).toString()))
				.filter((file) -> file.toString().endsWith(".java"))
				.sorted()
				.toList();
			JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
					manager.getJavaFileObjectsFromPaths(chosen));
			Set<String> found = new TreeSet<>();
			for (CompilationUnitTree unit : task.parse()) {
				new Finder(found).scan(unit, null);
			}
			return found;
		}
	}

	private static final class Finder extends TreeScanner<Void, Void> {

		private final Set<String> found;

		Finder(Set<String> found) {
			this.found = found;
		}

		@Override
		public Void visitAnnotation(AnnotationTree annotation, Void none) {
			return null;
		}

		@Override
		public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
			boolean logs = call.getMethodSelect().toString().startsWith("logger.");
			return logs ? null : super.visitMethodInvocation(call, null);
		}

		@Override
		public Void visitNewClass(NewClassTree made, Void none) {
			boolean bug = made.getIdentifier().toString().startsWith("Illegal");
			return bug ? null : super.visitNewClass(made, null);
		}

		@Override
		public Void visitLiteral(LiteralTree literal, Void none) {
			if (literal.getValue() instanceof String text && !SQL.matcher(text).lookingAt()) {
				Stream.of(BLANKS_TO_FILL.split(text))
					.filter((part) -> THREE_WORDS.matcher(part).find())
					.forEach((part) -> this.found.add(part.replace("%%", "%").strip()));
			}
			return null;
		}

	}

}
