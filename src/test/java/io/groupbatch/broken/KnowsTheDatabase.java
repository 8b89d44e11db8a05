package io.groupbatch.broken;

import org.springframework.jdbc.core.JdbcTemplate;

public class KnowsTheDatabase {

	Class<?> known = JdbcTemplate.class;

}
