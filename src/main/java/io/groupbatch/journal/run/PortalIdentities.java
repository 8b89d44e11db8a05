package io.groupbatch.journal.run;

import java.util.Set;
import java.util.TreeSet;

import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which runs are for the same portal: those with the same address, and those whose
 * portals have shown the same signs. What is known of one of them counts for all. A run
 * for the sandbox is alone with its address, because every sandbox has the same users.
 * <p>
 * Two portals may be taken for one (one is a copy of the other, or stood at the other's
 * address once); then requests may wait without need. One is never taken for two because
 * of its addresses. Every call is one transaction, or joins the caller's.
 */
@Repository
public class PortalIdentities {

	private static final String OF_USERS = "SELECT r.portal_key FROM run r WHERE NOT r.sandbox AND EXISTS"
			+ " (SELECT 1 FROM UNNEST(?) u(id) WHERE u.id IN (r.account, r.sender))";

	private static final String OF_SIGNS = "SELECT s.portal_key" + Sql.fromKeys("w(sign)")
			+ "portal_sign s ON s.sign = w.sign WHERE s.sign IS NOT NULL";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	public PortalIdentities(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Notes by what a run's portal was recognised.
	 */
	public void learn(Run run, PortalFingerprint signs) {
		if (!run.target().sandbox() && !signs.texts().isEmpty()) {
			this.transaction.executeWithoutResult((status) -> learn(run.number(), signs));
		}
	}

	private void learn(long run, PortalFingerprint signs) {
		Set<String> keys = keys(signs);
		keys.add(key(run));
		String first = first(keys);
		for (String sign : signs.texts()) {
			if (this.jdbc.update("UPDATE portal_sign SET portal_key = ? WHERE sign = ?", first, sign) == 0) {
				this.jdbc.update("INSERT INTO portal_sign (sign, portal_key) VALUES (?, ?)", sign, first);
			}
		}
		keys.stream().filter((key) -> !key.equals(first)).forEach((key) -> join(key, first));
	}

	/**
	 * Whether a portal that shows these signs is the one of a run, or a copy of it.
	 */
	public boolean isOf(Run run, PortalFingerprint signs) {
		if (run.target().sandbox()) {
			return false;
		}
		return keys(signs).contains(key(run.number())) || Sql.one(this.jdbc, Boolean.class,
				"SELECT EXISTS (SELECT 1 FROM UNNEST(?) u(id) JOIN person p ON p.run = ? AND p.id = CAST(u.id AS UUID))",
				Sql.array(signs.users()), run.number());
	}

	private String key(long run) {
		return Sql.one(this.jdbc, String.class, "SELECT portal_key FROM run WHERE number = ?", run);
	}

	private Set<String> keys(PortalFingerprint signs) {
		Set<String> keys = new TreeSet<>(this.jdbc.queryForList(OF_USERS, String.class, Sql.array(signs.users())));
		keys.addAll(this.jdbc.queryForList(OF_SIGNS, String.class, Sql.array(signs.texts())));
		return keys;
	}

	/** The one that was known first. */
	private String first(Set<String> keys) {
		return Sql
			.one(this.jdbc, String.class,
					"SELECT r.portal_key FROM run r WHERE EXISTS (SELECT 1 FROM UNNEST(?) k(name)"
							+ " WHERE k.name = r.portal_key) ORDER BY r.number FETCH FIRST 1 ROWS ONLY",
					Sql.array(keys));
	}

	/** Of two limits of one account the one learned last stays. */
	private void join(String key, String first) {
		String other = " AND EXISTS (SELECT 1 FROM portal_limit o WHERE o.portal = ? AND o.account = l.account";
		this.jdbc.update("DELETE FROM portal_limit l WHERE l.portal = ?" + other + " AND o.learned_at > l.learned_at)",
				key, first);
		this.jdbc.update("DELETE FROM portal_limit l WHERE l.portal = ?" + other + ")", first, key);
		for (String rows : new String[] { "run", "portal_sign" }) {
			this.jdbc.update("UPDATE " + rows + " SET portal_key = ? WHERE portal_key = ?", first, key);
		}
		this.jdbc.update("UPDATE portal_limit SET portal = ? WHERE portal = ?", first, key);
	}

}
