package io.groupbatch.cli.launch;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.groupbatch.cli.exit.ExitCode;

/**
 * Handles SIGINT and SIGTERM until it is closed. A signal that was ignored when Java
 * started stays ignored.
 * <p>
 * The class of Java that can do this is no part of its promised interface, and the
 * compiler warns of every use. So it is found by its name; on a Java without it nothing
 * is heard, and Java does what it always does: it ends the program with the same exit
 * code, after its shutdown hooks.
 */
final class OsSignals {

	private final List<Runnable> formerHandlers = new ArrayList<>();

	private OsSignals() {
	}

	/**
	 * Begins to hear.
	 * @param heard takes the exit code that belongs to the signal, each time on a thread
	 * of its own
	 */
	static OsSignals listen(Consumer<ExitCode> heard) {
		OsSignals signals = new OsSignals();
		signals.handle("INT", () -> heard.accept(ExitCode.INTERRUPTED));
		signals.handle("TERM", () -> heard.accept(ExitCode.TERMINATED));
		return signals;
	}

	private void handle(String name, Runnable action) {
		try {
			Class<?> signals = Class.forName("sun.misc.Signal");
			Class<?> handlers = Class.forName("sun.misc.SignalHandler");
			Object signal = signals.getConstructor(String.class).newInstance(name);
			Object handler = Proxy.newProxyInstance(handlers.getClassLoader(), new Class<?>[] { handlers },
					(proxy, method, arguments) -> {
						action.run();
						return null;
					});
			Object former = signals.getMethod("handle", signals, handlers).invoke(null, signal, handler);
			this.formerHandlers.add(() -> restore(signal, handlers, former));
		}
		catch (ReflectiveOperationException ex) {
			// said above
		}
	}

	private static void restore(Object signal, Class<?> handlers, Object former) {
		try {
			signal.getClass().getMethod("handle", signal.getClass(), handlers).invoke(null, signal, former);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("What worked before must work again", ex);
		}
	}

	/** Hears no more: Java does again what it did before. */
	void close() {
		this.formerHandlers.forEach(Runnable::run);
	}

}
