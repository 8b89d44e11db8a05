package io.groupbatch.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.groupbatch.support.Folders;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension that gives each test an empty {@link TestJournal} of its own as a
 * parameter, also of its {@code @BeforeEach} method, and closes it after the test.
 */
public final class JournalExtension implements ParameterResolver {

	private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(JournalExtension.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == TestJournal.class;
	}

	@Override
	public TestJournal resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getStore(OURS)
			.computeIfAbsent(TestJournal.class, (key) -> OwnFolder.make(), OwnFolder.class)
			.journal();
	}

	/** JUnit closes it with the test that it is kept for. */
	private record OwnFolder(Path folder, TestJournal journal) implements AutoCloseable {

		private static OwnFolder make() {
			try {
				Path folder = Files.createTempDirectory("journal");
				return new OwnFolder(folder, TestJournal.open(folder));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() throws IOException {
			this.journal.close();
			Folders.delete(this.folder);
		}

	}

}
