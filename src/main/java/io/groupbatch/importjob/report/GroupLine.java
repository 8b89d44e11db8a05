package io.groupbatch.importjob.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.journal.GroupResult;
import io.groupbatch.journal.GroupState;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;

import org.jspecify.annotations.Nullable;

/**
 * One line of {@code groups.csv} (design section 8). {@code wanted} and {@code present}
 * are numbers of people, {@code missing} names them.
 */
final class GroupLine {

	static final List<String> HEADINGS = List.of("groupId", "groupName", "url", "groupManager", "members", "wanted",
			"present", "missing", "status");

	private final Run run;

	private final Map<UUID, String> emails;

	/**
	 * Writes lines for some groups.
	 * @param emails of the people of these groups
	 */
	GroupLine(Run run, Map<UUID, String> emails) {
		this.run = run;
		this.emails = emails;
	}

	List<String> cells(GroupResult result) {
		GroupState group = result.group();
		GroupResult.Wish wish = result.wish();
		return List.of((group.id() != null) ? group.id().toString() : "", group.name(), url(group.id()),
				emails(Stream.ofNullable(group.manager())), emails(group.people().stream()),
				String.valueOf(wish.wanted()), String.valueOf(wish.present()),
				Stream.concat(wish.missing().stream().map(this::email), wish.leftOut().stream())
					.collect(Collectors.joining(";")),
				result.status().name());
	}

	/** A group of the file that rows with mistakes alone are about. */
	List<String> cells(String name, List<String> wanted, RowStatus status) {
		return List.of("", name, "", "", "", String.valueOf(wanted.size()), "0", String.join(";", wanted),
				status.name());
	}

	/** As the pages of DocSpace call it (its client's own links). */
	private String url(@Nullable UUID id) {
		return (id != null && !this.run.target().sandbox())
				? this.run.target().portal() + "/accounts/groups/" + id + "/filter" : "";
	}

	private String emails(Stream<UUID> people) {
		return people.map(this::email).collect(Collectors.joining(";"));
	}

	private String email(UUID person) {
		return this.emails.getOrDefault(person, person.toString());
	}

}
