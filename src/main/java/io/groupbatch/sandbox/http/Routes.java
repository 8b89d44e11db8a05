package io.groupbatch.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.groupbatch.sandbox.http.ApiKeys.Caller;
import io.groupbatch.sandbox.protocol.ApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The table of endpoints: which path and method means which action, for which keys. A
 * segment {@code {guid}} matches GUIDs only, {@code {any}} anything (portal contract 1
 * and 5).
 */
public final class Routes {

	private final List<Route> routes = new ArrayList<>();

	/** What an endpoint does: binding, then the action. */
	@FunctionalInterface
	public interface Action {

		ApiResponse run(ApiRequest request, Caller caller) throws InterruptedException;

	}

	/** Whose requests an endpoint admits. */
	public enum Admission {

		ANYBODY, ANY_KEY, GLOBAL_READ, SELF, PEOPLE, GROUP_READ, GROUP_WRITE;

		boolean admits(ApiKeys.Key key) {
			return switch (this) {
				case ANYBODY -> key.isUnrestricted();
				case ANY_KEY -> true;
				case GLOBAL_READ -> key.hasOneOf("*:read", "*:write");
				case SELF -> key.hasOneOf("*:read", "*:write", "accounts.self:read", "accounts.self:write");
				case PEOPLE -> key.hasOneOf("*:read", "*:write", "accounts:read", "accounts:write");
				case GROUP_READ -> key.hasOneOf("*:read", "*:write", "accounts:read");
				case GROUP_WRITE -> key.hasOneOf("*:write", "accounts:write");
			};
		}

	}

	/**
	 * One endpoint.
	 *
	 * @param free whether it also serves a portal that is not paid
	 */
	record Route(String method, List<String> path, Admission admission, boolean free, Action action) {

		private boolean matches(ApiRequest request) {
			if (request.segments().size() != this.path.size()) {
				return false;
			}
			for (int index = 0; index < this.path.size(); index++) {
				if (!matches(this.path.get(index), request.segments().get(index))) {
					return false;
				}
			}
			return true;
		}

		private static boolean matches(String pattern, String segment) {
			return switch (pattern) {
				case "{guid}" -> ApiRequest.guidInPath(segment).isPresent();
				case "{any}" -> !segment.isEmpty();
				default -> pattern.equalsIgnoreCase(segment);
			};
		}

	}

	public Routes add(String method, String path, Admission admission, Action action) {
		this.routes.add(new Route(method, List.of(path.split("/", -1)), admission, false, action));
		return this;
	}

	/** Adds an endpoint that also serves a portal that is not paid. */
	public Routes addFree(String method, String path, Admission admission, Action action) {
		this.routes.add(new Route(method, List.of(path.split("/", -1)), admission, true, action));
		return this;
	}

	/** The endpoint of this request: the first added that matches. */
	@Nullable Route find(ApiRequest request) {
		return this.routes.stream()
			.filter((route) -> route.matches(request) && route.method().equals(request.method()))
			.findFirst()
			.orElse(null);
	}

	/** The methods this path has, as an {@code Allow} header; empty for no such path. */
	String allowed(ApiRequest request) {
		return this.routes.stream()
			.filter((route) -> route.matches(request))
			.map(Route::method)
			.distinct()
			.collect(Collectors.joining(", "));
	}

}
