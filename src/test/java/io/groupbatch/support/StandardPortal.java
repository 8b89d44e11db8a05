package io.groupbatch.support;

import java.nio.file.Path;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole runs against the sandbox as it is without any options: a new one for each test,
 * and a program that has its key.
 */
public abstract class StandardPortal {

	@TempDir
	public Path folder;

	public Sandbox sandbox;

	public Program program;

	@BeforeEach
	void startPortal() {
		this.sandbox = Sandbox.start(SandboxOptions.standard());
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
	}

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

}
