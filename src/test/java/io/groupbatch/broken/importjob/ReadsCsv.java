package io.groupbatch.broken.importjob;

import org.apache.commons.csv.CSVFormat;

public class ReadsCsv {

	Class<?> known = CSVFormat.class;

}
