package io.groupbatch.broken.importjob;

import javax.sql.DataSource;

public class ReadsTheDatabase {

	Class<?> known = DataSource.class;

}
