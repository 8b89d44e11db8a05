package io.groupbatch.broken.journal;

import java.io.IOException;
import java.io.StringReader;

public class CatchesEverything {

	String anException(Runnable work) {
		try {
			work.run();
			return "";
		}
		catch (Exception ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	String aThrowable(Runnable work) {
		try {
			work.run();
			return "";
		}
		catch (Throwable ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	int aResource(String text) throws IOException {
		try (StringReader reader = new StringReader(text)) {
			return reader.read();
		}
	}

}
