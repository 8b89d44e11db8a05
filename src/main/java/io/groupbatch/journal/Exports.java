package io.groupbatch.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The export that is under way, and how far its lists are read. There is one at a time.
 * Every call joins the caller's transaction. Thread-safe.
 */
@Repository
public class Exports {

	private final JdbcClient jdbc;

	public Exports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The export that was begun and whose file is not written.
	 */
	public Optional<Export> underWay() {
		return this.jdbc.sql("SELECT * FROM export")
			.query((rows, index) -> new Export(rows.getLong("number"),
					new Export.Wanted(rows.getString("portal"), rows.getString("account"),
							rows.getString("name_filter"), rows.getString("managed_by")),
					rows.getObject("manager", UUID.class)))
			.optional();
	}

	/**
	 * Begins one; what an earlier one has read is forgotten.
	 * @param number the present time in milliseconds
	 */
	public Export begin(long number, Export.Wanted wanted, @Nullable UUID manager) {
		forget();
		this.jdbc
			.sql("INSERT INTO export (number, portal, account, name_filter, managed_by, manager)"
					+ " VALUES (?, ?, ?, ?, ?, ?)")
			.params(number, wanted.portal())
			.param(wanted.account())
			.param(wanted.filter())
			.param(wanted.managedBy())
			.param(manager)
			.update();
		return new Export(number, wanted, manager);
	}

	/**
	 * Forgets the export that is under way, and all it has read.
	 */
	public void forget() {
		for (String table : List.of("export_member", "export_person", "export_group", "export_pass", "export")) {
			this.jdbc.sql("DELETE FROM " + table).update();
		}
	}

	/**
	 * How far a list is read.
	 */
	public ExportPass pass(ExportList list) {
		return this.jdbc.sql("SELECT * FROM export_pass WHERE list = ?")
			.param(list.name())
			.query((rows, index) -> new ExportPass(list, rows.getInt("number"), rows.getLong("total"),
					rows.getLong("next_start"), rows.getInt("since"), rows.getBoolean("steady"),
					rows.getLong("total_before")))
			.optional()
			.orElseGet(() -> ExportPass.first(list));
	}

	/**
	 * Notes how far a list is read.
	 */
	public void save(ExportPass pass) {
		this.jdbc.sql("DELETE FROM export_pass WHERE list = ?").param(pass.list().name()).update();
		this.jdbc
			.sql("INSERT INTO export_pass (list, number, total, next_start, since, steady, total_before)"
					+ " VALUES (?, ?, ?, ?, ?, ?, ?)")
			.params(pass.list().name(), pass.number(), pass.total(), pass.next(), pass.since(), pass.steady())
			.param(pass.before())
			.update();
	}

	/**
	 * Whether a pass that has read all its pages has seen the whole list. What earlier
	 * passes alone have seen, before the list became as long as it is, is dropped then.
	 */
	public boolean isWhole(ExportPass pass) {
		long seen = this.jdbc.sql("SELECT COUNT(*) FROM " + pass.list().table() + " WHERE pass >= ?")
			.param(pass.since())
			.query(Long.class)
			.single();
		boolean whole = pass.steady() && seen == pass.total();
		if (whole) {
			this.jdbc.sql("DELETE FROM " + pass.list().table() + " WHERE pass < ?").param(pass.since()).update();
		}
		return whole;
	}

}
