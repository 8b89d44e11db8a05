package io.groupbatch;

/** Entry point. */
public final class Application {

	private Application() {
	}

	/** Runs. */
	public static void main(String[] args) {
		System.out.println("hello");
	}

}
