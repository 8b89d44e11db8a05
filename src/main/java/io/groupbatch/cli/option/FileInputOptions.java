package io.groupbatch.cli.option;

import java.util.List;

import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.UserMapFile;

import org.jspecify.annotations.Nullable;

/**
 * What the user says of a file.
 *
 * @param reading how to understand the file
 * @param userMap who is meant by texts of the file, null: nothing is said
 * @param further options of the command, each a bean of its type
 */
public record FileInputOptions(ImportOptions reading, @Nullable UserMapFile userMap, List<Record> further) {

}
