package io.groupbatch.sandbox.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

	private static final List<String> EMPLOYEE_TYPES = List.of("RoomAdmin", "Guest", "DocSpaceAdmin", "User");

	private static final Comparator<Person> BY_STATUS_AND_NAME = Comparator.comparing(Person::status)
		.thenComparing(Person::firstName, String.CASE_INSENSITIVE_ORDER);

	private PeopleFilter() {
	}

	static Predicate<Person> of(ApiRequest request, CaseFolding fold) {
		return status(request).and(types(request))
			.and(area(request.number("area", 0)))
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

	private static Predicate<Person> status(ApiRequest request) {
		int number = request.number("employeeStatus", 7);
		if (number != 1 && number != 2 && number != 4 && number != 5 && number != 7) {
			throw ApiRequest.notValid("employeeStatus", Integer.toString(number));
		}
		int mask = (number == 5) ? Status.ACTIVE.number() : number;
		return (person) -> (person.status().number() & mask) != 0;
	}

	private static Predicate<Person> types(ApiRequest request) {
		String one = request.text("employeeType");
		List<String> wanted = (one != null) ? List.of(one) : request.texts("employeeTypes");
		for (String type : wanted) {
			if (EMPLOYEE_TYPES.stream().noneMatch(type::equalsIgnoreCase)) {
				throw ApiRequest.notValid("employeeType", type);
			}
		}
		return (person) -> wanted.isEmpty()
				|| wanted.stream().anyMatch((type) -> type.equalsIgnoreCase(person.role().employeeType()));
	}

	private static Predicate<Person> area(int number) {
		return switch (number) {
			case 0 -> (person) -> true;
			case 1 -> (person) -> person.role() != Role.GUEST;
			case 2 -> (person) -> person.role() == Role.GUEST;
			default -> throw ApiRequest.notValid("area", Integer.toString(number));
		};
	}

	private static Predicate<Person> administrator(ApiRequest request) {
		boolean only = request.flag("isAdministrator", false);
		return (person) -> !only || person.role().isAdministrator();
	}

	private static Predicate<Person> words(ApiRequest request, CaseFolding fold) {
		String text = request.text("filterValue");
		String separator = request.text("filterSeparator");
		Pattern between = Pattern
			.compile((separator != null && !separator.isEmpty()) ? Pattern.quote(separator) : "\\s+");
		List<String> words = between.splitAsStream((text != null) ? fold.ofFilter(text.strip()) : "")
			.filter((word) -> !word.isEmpty())
			.toList();
		return (person) -> {
			String all = fold.ofStored(person.firstName() + "\n" + person.lastName() + "\n" + person.email());
			return words.stream().allMatch(all::contains);
		};
	}

}
