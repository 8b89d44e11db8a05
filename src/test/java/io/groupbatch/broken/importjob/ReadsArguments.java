package io.groupbatch.broken.importjob;

import picocli.CommandLine;

public class ReadsArguments {

	Class<?> known = CommandLine.class;

}
