package io.groupbatch.sandbox.protocol;

/**
 * Ends a request the way the portal does, by an exception: thrown in the action (error
 * shape A), by validation (B) or by a body that is not JSON (C); portal contract 2.
 */
public final class ApiException extends RuntimeException {

	/** Which of the portal's error bodies carries the refusal. */
	public enum Shape {

		THROWN, INVALID, UNSUPPORTED_MEDIA_TYPE

	}

	private final Shape shape;

	private final int status;

	private final String subject;

	private ApiException(Shape shape, int status, String subject, String message) {
		super(message, null, false, false);
		this.shape = shape;
		this.status = status;
		this.subject = subject;
	}

	/** The caller's role does not allow it: 403 (portal contract 2.2). */
	public static ApiException accessDenied() {
		return new ApiException(Shape.THROWN, 403, "ASC.Common.Security.Authorizing.AuthorizingException",
				"Access denied");
	}

	/** The portal's settings, or the caller's role, forbid it. */
	public static ApiException notAllowed() {
		return new ApiException(Shape.THROWN, 403, "System.Security.SecurityException", "Access denied");
	}

	/** All paid seats are taken (portal contract 7.3). */
	public static ApiException noSeats(long wanted, long left) {
		return new ApiException(Shape.THROWN, 402, "ASC.Core.Tenants.TenantQuotaException",
				"The number of admins exceeds the limit: %d wanted, %d left.".formatted(wanted, left));
	}

	public static ApiException notFound(String what) {
		return new ApiException(Shape.THROWN, 404, "ASC.Common.Web.ItemNotFoundException",
				"The " + what + " could not be found");
	}

	/** The action refuses what it was given: 400. */
	public static ApiException argument(String message) {
		return new ApiException(Shape.THROWN, 400, "System.ArgumentException", message);
	}

	public static ApiException argumentNull(String parameter) {
		return new ApiException(Shape.THROWN, 400, "System.ArgumentNullException",
				"Value cannot be null. (Parameter '" + parameter + "')");
	}

	/** The server's own failure at a list that is missing: 500 (portal contract 1.9). */
	public static ApiException nullReference() {
		return new ApiException(Shape.THROWN, 500, "System.NullReferenceException",
				"Object reference not set to an instance of an object.");
	}

	/** A group has two rows of managers (portal contract 9.5). */
	public static ApiException twoManagers() {
		return invalidOperation("Sequence contains more than one element");
	}

	/** A person's profile could not be saved after a removal (portal contract 9.7). */
	public static ApiException userNotFound() {
		return invalidOperation("User not found.");
	}

	/** The database refused what it was to save. */
	public static ApiException notSaved() {
		return new ApiException(Shape.THROWN, 500, "Microsoft.EntityFrameworkCore.DbUpdateException",
				"An error occurred while saving the entity changes. See the inner exception for details.");
	}

	private static ApiException invalidOperation(String message) {
		return new ApiException(Shape.THROWN, 403, "System.InvalidOperationException", message);
	}

	/** The host is no portal: 500 (portal contract 2.2). */
	public static ApiException unknownPortal() {
		return new ApiException(Shape.THROWN, 500, "System.Exception", "Could not resolve current tenant :-(.");
	}

	/** The validation refuses a property or parameter: 400, before the action. */
	public static ApiException invalid(String key, String message) {
		return new ApiException(Shape.INVALID, 400, key, message);
	}

	public static ApiException unsupportedMediaType() {
		return new ApiException(Shape.UNSUPPORTED_MEDIA_TYPE, 415, "", "Unsupported Media Type");
	}

	public Shape shape() {
		return this.shape;
	}

	public int status() {
		return this.status;
	}

	/** The .NET type of what was thrown, or the key of what is invalid. */
	public String subject() {
		return this.subject;
	}

	public String text() {
		String message = getMessage();
		return (message != null) ? message : "";
	}

}
