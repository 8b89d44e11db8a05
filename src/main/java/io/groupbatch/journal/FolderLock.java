package io.groupbatch.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock of a state folder that one process holds at a time. The database locks its file
 * too, but lets go of it before it puts a smaller one in its place: who came in between
 * would work on a file that is thrown away. The lock ends with the process, however that
 * ends.
 */
final class FolderLock implements AutoCloseable {

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Takes the lock.
	 * @throws StateFolder.InUse when another process has it
	 */
	static FolderLock take(Path folder) throws IOException {
		FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		try {
			if (channel.tryLock() != null) {
				return new FolderLock(channel);
			}
			channel.close();
			throw new StateFolder.InUse(folder, null);
		}
		catch (OverlappingFileLockException ex) {
			channel.close();
			throw new StateFolder.InUse(folder, ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
