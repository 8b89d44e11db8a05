package io.groupbatch.sandbox.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.http.ApiRequest;
import io.groupbatch.sandbox.state.CaseFolding;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Person.Role;
import io.groupbatch.sandbox.state.Person.Status;
import org.jspecify.annotations.Nullable;

/**
 * The filters and sortings of the people lists that look at the person alone (portal
 * contract 7.2).
 */
final class PeopleFilter {

	/** By their numbers. */
	private static final List<String> EMPLOYEE_TYPES = List.of("All", "RoomAdmin", "Guest", "DocSpaceAdmin", "User");

	private static final List<String> AREAS = List.of("All", "People", "Guests");

	private static final Map<String, Set<Status>> EMPLOYEE_STATUSES = Map.of("active", Set.of(Status.ACTIVE), "1",
			Set.of(Status.ACTIVE), "default", Set.of(Status.ACTIVE), "5", Set.of(Status.ACTIVE), "terminated",
			Set.of(Status.DISABLED), "2", Set.of(Status.DISABLED), "pending", Set.of(Status.INVITED), "4",
			Set.of(Status.INVITED), "all", Set.of(Status.values()), "7", Set.of(Status.values()));

	private static final Comparator<Person> BY_STATUS_AND_NAME = Comparator.comparing(Person::status)
		.thenComparing(Person::firstName, String.CASE_INSENSITIVE_ORDER);

	private PeopleFilter() {
	}

	static Predicate<Person> of(ApiRequest request, CaseFolding fold) {
		String status = request.text("employeeStatus");
		return ((status != null) ? status("employeeStatus", status) : (Predicate<Person>) (person) -> true)
			.and(types(request))
			.and(area(request))
			.and(administrator(request))
			.and(words(request, fold));
	}

	static Comparator<Person> order(@Nullable String sortBy, boolean descending) {
		Comparator<Person> order = switch ((sortBy != null) ? sortBy.toLowerCase(Locale.ROOT) : "") {
			case "email" -> Comparator.comparing(Person::email, String.CASE_INSENSITIVE_ORDER);
			case "lastname" -> Comparator.comparing(Person::lastName, String.CASE_INSENSITIVE_ORDER);
			case "displayname" -> Comparator.comparing(Person::displayName, String.CASE_INSENSITIVE_ORDER);
			case "type" -> Comparator.comparing(Person::role);
			default -> BY_STATUS_AND_NAME;
		};
		return descending ? order.reversed() : order;
	}

	/** An EmployeeStatus, by its name or number. */
	static Predicate<Person> status(String name, String text) {
		Set<Status> wanted = EMPLOYEE_STATUSES.get(text.toLowerCase(Locale.ROOT));
		if (wanted == null) {
			throw ApiRequest.notValid(name, text);
		}
		return (person) -> wanted.contains(person.status());
	}

	private static Predicate<Person> types(ApiRequest request) {
		String one = request.text("employeeType");
		List<String> wanted = (one != null) ? List.of(one) : request.texts("employeeTypes");
		List<Integer> types = wanted.stream().map((type) -> constant("employeeType", type, EMPLOYEE_TYPES)).toList();
		return (person) -> types.isEmpty() || types.contains(0)
				|| types.contains(EMPLOYEE_TYPES.indexOf(person.role().employeeType()));
	}

	private static Predicate<Person> area(ApiRequest request) {
		String text = request.text("area");
		int area = (text != null) ? constant("area", text, AREAS) : 0;
		return (person) -> area == 0 || (area == AREAS.indexOf("Guests")) == (person.role() == Role.GUEST);
	}

	/** The number of a constant, which is written as that or as its name. */
	private static int constant(String parameter, String text, List<String> names) {
		for (int number = 0; number < names.size(); number++) {
			if (names.get(number).equalsIgnoreCase(text) || Integer.toString(number).equals(text)) {
				return number;
			}
		}
		throw ApiRequest.notValid(parameter, text);
	}

	private static Predicate<Person> administrator(ApiRequest request) {
		boolean only = request.flag("isAdministrator", false);
		return (person) -> !only || person.role().isAdministrator();
	}

	/**
	 * All words between blanks must be found, or, with a separator, one of the texts
	 * between separators.
	 */
	static Predicate<Person> words(ApiRequest request, CaseFolding fold) {
		String text = request.text("filterValue");
		String separator = request.text("filterSeparator");
		if (text == null || text.isEmpty()) {
			return (person) -> true;
		}
		boolean separated = separator != null && !separator.isEmpty();
		List<String> words = List.of(fold.ofFilter(text).strip().split(separated ? Pattern.quote(separator) : " ", -1));
		return (person) -> {
			String all = fold.ofStored(person.firstName() + "\n" + person.lastName() + "\n" + person.email());
			return separated ? words.stream().anyMatch(all::contains) : words.stream().allMatch(all::contains);
		};
	}

}
