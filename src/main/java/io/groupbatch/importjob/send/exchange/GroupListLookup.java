package io.groupbatch.importjob.send.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import io.groupbatch.portal.Directory;
import io.groupbatch.portal.payload.Group;

import org.jspecify.annotations.Nullable;

/**
 * Looks up groups by names that the portal cannot be searched for: reads the list of all
 * groups, one reading at a time, and each for everybody who asked before it began. So a
 * lookup never sees anything older than its question, and many at once cost little more
 * than one. Thread-safe.
 */
final class GroupListLookup {

	private final Directory directory;

	private final Lock oneReading = new ReentrantLock();

	private @Nullable Batch next;

	GroupListLookup(Directory directory) {
		this.directory = directory;
	}

	/**
	 * The groups that have exactly this name now, without members.
	 * @throws io.groupbatch.portal.PortalException when the portal does not say
	 */
	List<Group> named(String name) throws InterruptedException {
		Batch batch = join(name);
		if (batch.leader() == Thread.currentThread()) {
			read(batch);
		}
		try {
			return batch.reading().get().stream().filter((group) -> group.name().equals(name)).toList();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException("The groups could not be read", ex);
		}
	}

	private synchronized Batch join(String name) {
		if (this.next == null) {
			Set<String> names = new HashSet<>();
			this.next = new Batch(names, Thread.currentThread(), new FutureTask<>(() -> groups(names)));
		}
		this.next.names().add(name);
		return this.next;
	}

	private void read(Batch batch) {
		this.oneReading.lock();
		try {
			synchronized (this) {
				this.next = null;
			}
			batch.reading().run();
		}
		finally {
			this.oneReading.unlock();
		}
	}

	private List<Group> groups(Set<String> names) {
		List<Group> found = new ArrayList<>();
		this.directory
			.groups((page) -> page.stream().filter((group) -> names.contains(group.name())).forEach(found::add));
		return found;
	}

	/**
	 * Those who wait for one reading.
	 *
	 * @param names what they ask for; no caller joins once the reading has begun
	 * @param leader who reads for all
	 * @param reading the groups of these names
	 */
	private record Batch(Set<String> names, Thread leader, FutureTask<List<Group>> reading) {
	}

}
