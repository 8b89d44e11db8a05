package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.importjob.plan.state.PlanStores;
import io.groupbatch.importjob.plan.state.RowFindings;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.row.StagedRow;

/**
 * Finds the groups of {@code remove-everywhere} rows, and makes a row for each of them:
 * those that the portal shows, and those into which earlier rows of the file put the
 * people. For one thread.
 */
final class LeaverPlanner {

	private final PlanStores stores;

	private final PlanContext known;

	private final boolean leaveOut;

	private final long run;

	/**
	 * A planner for one run.
	 * @param leaveOut whether a row goes on without people who could not be matched or
	 * added
	 */
	LeaverPlanner(PlanStores stores, PlanContext known, boolean leaveOut, long run) {
		this.stores = stores;
		this.known = known;
		this.leaveOut = leaveOut;
		this.run = run;
	}

	/** Whether the groups of a row are not found yet. */
	static boolean isOpen(RowRequest request) {
		return request.isSound() && request.operation() == Operation.REMOVE_EVERYWHERE;
	}

	/**
	 * The rows for the groups of rows that follow one another, once everything before
	 * them is planned and written. The first row of each takes the place of the original;
	 * the others are added to the journal. A row that is wrong, or whose people are in no
	 * group, stays as it is.
	 */
	List<RowRequest> rows(List<RowRequest> requests) {
		Map<RowRequest, Map<PersonReference, UUID>> people = new LinkedHashMap<>();
		requests.forEach((request) -> people.put(request, people(request)));
		Set<UUID> all = people.values()
			.stream()
			.flatMap((found) -> found.values().stream())
			.collect(Collectors.toSet());
		Map<UUID, Set<Long>> refs = this.stores.groups().groupsOf(this.run, all);
		Map<Long, TrackedGroup> groups = new HashMap<>();
		this.stores.groups()
			.byRef(refs.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
			.stream()
			.filter((group) -> group.state() != TrackedGroupState.GONE)
			.forEach((group) -> groups.put(group.ref(), group));
		List<RowRequest> rows = new ArrayList<>();
		people.forEach((request, found) -> {
			Map<TrackedGroup, Set<PersonReference>> byGroup = new HashMap<>();
			found.forEach((text, person) -> refs.getOrDefault(person, Set.of())
				.stream()
				.map(groups::get)
				.filter(Objects::nonNull)
				.forEach((group) -> byGroup.computeIfAbsent(group, (key) -> new HashSet<>()).add(text)));
			// These people are in no group any more for the rows that follow.
			found.values().forEach(refs::remove);
			rows.addAll(parts(request, byGroup));
		});
		return rows;
	}

	/** Who is meant by the texts of a row; nobody when the row is wrong. */
	private Map<PersonReference, UUID> people(RowRequest request) {
		RowFindings notes = new RowFindings(request.row(), this.known.columns(), this.leaveOut);
		this.known.people().wish(request, notes);
		Map<PersonReference, UUID> people = new HashMap<>();
		if (notes.isEmpty()) {
			request.members().forEach((text) -> {
				List<UUID> found = this.known.people().find(text);
				if (found.size() == 1) {
					people.put(text, found.get(0));
				}
			});
		}
		return people;
	}

	private List<RowRequest> parts(RowRequest request, Map<TrackedGroup, Set<PersonReference>> byGroup) {
		List<TrackedGroup> groups = byGroup.keySet()
			.stream()
			.sorted(Comparator.comparing(TrackedGroup::name).thenComparing(TrackedGroup::ref))
			.toList();
		Set<PersonReference> inGroups = byGroup.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
		List<RowRequest> parts = new ArrayList<>();
		for (TrackedGroup group : groups) {
			boolean first = parts.isEmpty();
			List<PersonReference> members = request.members()
				.stream()
				.distinct()
				.filter((text) -> byGroup.getOrDefault(group, Set.of()).contains(text)
						|| (first && !inGroups.contains(text)))
				.toList();
			parts.add(new RowRequest(part(request, parts.size(), members), request.operation(), group.portalId(),
					(group.portalId() != null) ? null : group.name(), null, null, members, null));
		}
		if (parts.isEmpty()) {
			return List.of(request);
		}
		if (!parts.get(0).row().equals(request.row())) {
			this.stores.rows().rewrite(this.run, parts.get(0).row());
		}
		this.stores.rows().stage(this.run, parts.stream().skip(1).map(RowRequest::row).toList());
		return parts;
	}

	private StagedRow part(RowRequest request, int part, List<PersonReference> members) {
		StagedRow row = request.row();
		Character separator = this.known.rows().people().separator();
		List<String> cells = members.equals(request.members()) ? row.cells() : this.known.columns()
			.with(Column.MEMBERS,
					members.stream()
						.map(PersonReference::written)
						.collect(Collectors.joining((separator != null) ? separator.toString() : ";")),
					row.cells());
		return new StagedRow(RowNumber.of(row.shownNumber(), part), row.line(), cells, row.operation(), row.outcome());
	}

}
