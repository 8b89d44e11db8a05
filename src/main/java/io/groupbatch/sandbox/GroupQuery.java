package io.groupbatch.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;

import io.groupbatch.sandbox.Directory.Account;
import io.groupbatch.sandbox.Directory.StoredGroup;
import org.jspecify.annotations.Nullable;

/**
 * Which groups a list shows and in which order (portal contract 1.1). Groups that sort
 * alike have no order of their own, so it differs from list to list (contract 6).
 *
 * @param member only groups of this person; null for all
 * @param manages only those the person manages; without a person it means nothing
 * @param text what the name contains
 * @param sortBy the wanted sorting; an unknown one means by name
 * @param descending whether the last come first
 */
record GroupQuery(@Nullable UUID member, boolean manages, String text, @Nullable String sortBy, boolean descending) {

	static GroupQuery of(Call call) {
		String text = call.text("filterValue");
		return new GroupQuery(call.guidParameter("userId"), call.flag("manager", false), (text != null) ? text : "",
				call.text("sortBy"), call.descending());
	}

	List<StoredGroup> run(Directory rows, int turn) {
		List<StoredGroup> found = new ArrayList<>(rows.listed().stream().filter(filter(rows)).toList());
		Comparator<StoredGroup> order = this.descending ? order().reversed() : order();
		found.sort(order);
		int first = 0;
		for (int next = 1; next <= found.size(); next++) {
			if (next == found.size() || order.compare(found.get(first), found.get(next)) != 0) {
				Collections.rotate(found.subList(first, next), turn);
				first = next;
			}
		}
		return found;
	}

	private Predicate<StoredGroup> filter(Directory rows) {
		String wanted = this.text.strip().toLowerCase(Locale.ROOT);
		Predicate<StoredGroup> named = (group) -> group.sortKey().contains(wanted);
		if (this.member == null) {
			return named;
		}
		Account account = rows.account(this.member);
		if (account == null) {
			return (group) -> false;
		}
		return named.and((group) -> this.manages ? group.isManagedBy(account) : account.isIn(group));
	}

	private Comparator<StoredGroup> order() {
		return switch ((this.sortBy != null) ? this.sortBy.toLowerCase(Locale.ROOT) : "") {
			case "manager" -> Comparator.comparing(GroupQuery::managerName);
			case "memberscount" -> Comparator.comparing(StoredGroup::rows);
			default -> Comparator.comparing(StoredGroup::sortKey);
		};
	}

	private static String managerName(StoredGroup group) {
		Account manager = group.manager();
		return (manager != null) ? Json.displayName(manager.person()).toLowerCase(Locale.ROOT) : "";
	}

}
