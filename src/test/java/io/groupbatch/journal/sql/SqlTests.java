package io.groupbatch.journal.sql;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.run.RunState;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class SqlTests {

	private final JdbcTemplate jdbc = new JdbcTemplate(database());

	@Test
	void anArrayThatIsTheOnlyParameterIsOneParameter() {
		String count = "SELECT COUNT(*) FROM UNNEST(?) wanted(id)";

		assertThat(Sql.one(this.jdbc, Long.class, count, Sql.array(List.of(1L, 2L, 3L)))).isEqualTo(3);
		assertThat(Sql.one(this.jdbc, Long.class, count, Sql.array(List.of(new UUID(1, 1))))).isEqualTo(1);
		assertThat(Sql.one(this.jdbc, Long.class, count, Sql.array(List.of()))).isZero();
	}

	@Test
	void aBatchTakesEnumsListsAndNulls() {
		this.jdbc.execute("CREATE TABLE t (id BIGINT, state VARCHAR, people UUID ARRAY, name VARCHAR)");

		Sql.batch(this.jdbc, "INSERT INTO t (id, state, people, name) VALUES (?, ?, ?, ?)", List.of(1L, 2L),
				(id) -> Sql.values(id, RunState.PLANNED, List.of(new UUID(1, id)), (id == 1) ? "one" : null));
		Sql.batch(this.jdbc, "DELETE FROM t WHERE id = ?", List.<Long>of(), (id) -> Sql.values(id));

		assertThat(this.jdbc.query("SELECT * FROM t ORDER BY id",
				(rows, index) -> Arrays.asList(rows.getLong("id"), rows.getString("state"),
						SqlArrays.uuids(rows, "people"), rows.getString("name"))))
			.containsExactly(Arrays.asList(1L, "PLANNED", List.of(new UUID(1, 1)), "one"),
					Arrays.asList(2L, "PLANNED", List.of(new UUID(1, 2)), null));
	}

	@Test
	void anEmptyArrayIsNotNull() {
		this.jdbc.execute("CREATE TABLE t (id BIGINT, people UUID ARRAY)");

		this.jdbc.update("INSERT INTO t (id, people) VALUES (?, ?)", 1, Sql.array(List.of()));
		this.jdbc.update("INSERT INTO t (id, people) VALUES (?, ?)", 2, Sql.arrayOrNull(List.of()));

		assertThat(this.jdbc.queryForList("SELECT id FROM t WHERE people IS NULL", Long.class)).containsExactly(2L);
	}

	@Test
	void keysAreNamedWithTheirColumns() {
		assertThat(Sql.fromKeys("wanted(ref, person)")).isEqualTo(" FROM UNNEST(?, ?) wanted(ref, person) LEFT JOIN ");
	}

	private static JdbcDataSource database() {
		JdbcDataSource database = new JdbcDataSource();
		database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		return database;
	}

}
