package io.groupbatch.journal.people;

import java.util.HashMap;
import java.util.Map;

import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * User maps, each under the hash of what it says: a run goes on with its own when the
 * file is gone, and runs that are given the same one share it. Thread-safe.
 */
@Repository
public class UserMaps {

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	public UserMaps(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Keeps a user map, all of it or nothing, unless it is kept already.
	 * @param people addresses or ids, empty for nobody, by the texts that mean them
	 */
	public void keep(String sha256, Map<String, String> people) {
		this.transaction.executeWithoutResult((status) -> {
			if (get(sha256).isEmpty()) {
				Sql.batch(this.jdbc, "INSERT INTO user_map (sha256, name, person) VALUES (?, ?, ?)", people.entrySet(),
						(person) -> Sql.values(sha256, person.getKey(), person.getValue()));
			}
		});
	}

	/**
	 * What a user map says; empty when there is none.
	 */
	public Map<String, String> get(String sha256) {
		Map<String, String> people = new HashMap<>();
		this.jdbc.query("SELECT name, person FROM user_map WHERE sha256 = ?", (rows) -> {
			people.put(rows.getString("name"), rows.getString("person"));
		}, sha256);
		return people;
	}

}
