package io.groupbatch.journal.export;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.groupbatch.journal.sql.Sql;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The export that is under way, and how far its lists are read. There is one at a time.
 * Every call joins the caller's transaction. Thread-safe.
 */
@Repository
public class Exports {

	private final JdbcTemplate jdbc;

	public Exports(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The export that was begun and whose file is not written.
	 */
	public Optional<Export> underWay() {
		return DataAccessUtils.optionalResult(this.jdbc.query("SELECT * FROM export",
				(rows, index) -> new Export(rows.getLong("number"),
						new Export.Wanted(rows.getString("portal"), rows.getString("account"),
								rows.getString("name_filter"), rows.getString("managed_by")),
						rows.getObject("manager", UUID.class))));
	}

	/**
	 * Begins one; what an earlier one has read is forgotten.
	 * @param number the present time in milliseconds
	 */
	public Export begin(long number, Export.Wanted wanted, @Nullable UUID manager) {
		forget();
		this.jdbc.update(
				"INSERT INTO export (number, portal, account, name_filter, managed_by, manager)"
						+ " VALUES (?, ?, ?, ?, ?, ?)",
				number, wanted.portal(), wanted.account(), wanted.filter(), wanted.managedBy(), manager);
		return new Export(number, wanted, manager);
	}

	/**
	 * Forgets the export that is under way, and all it has read.
	 */
	public void forget() {
		for (String table : List.of("export_member", "export_person", "export_group", "export_pass", "export")) {
			this.jdbc.update("DELETE FROM " + table);
		}
	}

	/**
	 * How far a list is read.
	 */
	public ListReadProgress pass(ExportList list) {
		return DataAccessUtils.optionalResult(this.jdbc.query("SELECT * FROM export_pass WHERE list = ?",
				(rows, index) -> new ListReadProgress(list, rows.getInt("number"), rows.getLong("total"),
						rows.getLong("next_start"), rows.getInt("since"), rows.getBoolean("steady"),
						rows.getLong("total_before")),
				list.name()))
			.orElseGet(() -> ListReadProgress.first(list));
	}

	/**
	 * Notes how far a list is read.
	 */
	public void save(ListReadProgress pass) {
		this.jdbc.update("DELETE FROM export_pass WHERE list = ?", pass.list().name());
		this.jdbc.update(
				"INSERT INTO export_pass (list, number, total, next_start, since, steady, total_before)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?)",
				pass.list().name(), pass.number(), pass.total(), pass.next(), pass.since(), pass.steady(),
				pass.before());
	}

	/**
	 * Whether a pass that has read all its pages has seen the whole list. What earlier
	 * passes alone have seen, before the list became as long as it is, is dropped then.
	 */
	public boolean isWhole(ListReadProgress pass) {
		long seen = Sql.one(this.jdbc, Long.class, "SELECT COUNT(*) FROM " + pass.list().table() + " WHERE pass >= ?",
				pass.since());
		boolean whole = pass.steady() && seen == pass.total();
		if (whole) {
			this.jdbc.update("DELETE FROM " + pass.list().table() + " WHERE pass < ?", pass.since());
		}
		return whole;
	}

}
