package io.groupbatch.sandbox.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

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
 * @param fold how the text is compared
 */
public record GroupQuery(@Nullable UUID member, boolean manages, String text, @Nullable String sortBy,
		boolean descending, CaseFolding fold) {

	/** The order in which the rows are kept. */
	private static final Comparator<StoredGroup> BY_NAME = Comparator.comparing(StoredGroup::sortKey);

	List<StoredGroup> run(PortalData rows, int turn) {
		List<StoredGroup> found = new ArrayList<>(rows.listed());
		filter(rows, found);
		Comparator<StoredGroup> order = order();
		if (order != BY_NAME) {
			found.sort(order);
		}
		if (this.descending) {
			Collections.reverse(found);
		}
		int first = 0;
		for (int next = 1; next <= found.size(); next++) {
			if (next == found.size() || order.compare(found.get(first), found.get(next)) != 0) {
				turn(found, first, next, turn);
				first = next;
			}
		}
		return found;
	}

	private void filter(PortalData rows, List<StoredGroup> found) {
		String wanted = this.fold.ofFilter(this.text.strip());
		if (!wanted.isEmpty()) {
			found.removeIf((group) -> !this.fold.ofStored(group.name()).contains(wanted));
		}
		if (this.member != null) {
			StoredPerson account = rows.account(this.member);
			found.removeIf(
					(group) -> account == null || !(this.manages ? group.isManagedBy(account) : account.isIn(group)));
		}
	}

	private static void turn(List<StoredGroup> found, int first, int next, int turn) {
		if (next - first > 1) {
			Collections.rotate(found.subList(first, next), turn);
		}
	}

	private Comparator<StoredGroup> order() {
		return switch ((this.sortBy != null) ? this.sortBy.toLowerCase(Locale.ROOT) : "") {
			case "manager" -> Comparator.comparing(GroupQuery::managerName);
			case "memberscount" -> Comparator.comparing(StoredGroup::memberCount);
			default -> BY_NAME;
		};
	}

	private static String managerName(StoredGroup group) {
		StoredPerson manager = group.manager();
		return (manager != null) ? manager.person().displayName().toLowerCase(Locale.ROOT) : "";
	}

}
