package io.groupbatch.sandbox.state;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import io.groupbatch.sandbox.protocol.JsonWriter;

/**
 * A person as the simulated portal holds one (portal contract 1.0.3 and 11). Addresses
 * differ between any two people, whatever their case.
 *
 * @param id the person's id; made from the address, so that it is the same in every run
 * @param firstName raw, not HTML-encoded; may be empty
 * @param lastName raw, not HTML-encoded; may be empty
 * @param email the address as typed
 * @param role what the person may do in the portal
 * @param status whether the person is in, out, or still invited
 */
public record Person(UUID id, String firstName, String lastName, String email, Role role, Status status) {

	/** The owner of every sandbox. */
	public static final Person OWNER = of("Olga", "Owner", "owner@sandbox.example").with(Role.OWNER);

	/** The portal's roles; a person has exactly one. */
	public enum Role {

		OWNER("DocSpaceAdmin"), DOCSPACE_ADMIN("DocSpaceAdmin"), ROOM_ADMIN("RoomAdmin"), USER("User"), GUEST("Guest");

		private final String employeeType;

		Role(String employeeType) {
			this.employeeType = employeeType;
		}

		/** The name of this role in the people filter. */
		public String employeeType() {
			return this.employeeType;
		}

		public boolean isAdministrator() {
			return this == OWNER || this == DOCSPACE_ADMIN;
		}

		public boolean readsGroups() {
			return isAdministrator() || this == ROOM_ADMIN;
		}

	}

	/** The portal's states of a person, with the number each has on the wire. */
	public enum Status {

		ACTIVE(1), DISABLED(2), INVITED(4);

		private final int number;

		Status(int number) {
			this.number = number;
		}

		public int number() {
			return this.number;
		}

	}

	/** An active person of type "User". */
	public static Person of(String firstName, String lastName, String email) {
		UUID id = UUID.nameUUIDFromBytes(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
		return new Person(id, firstName, lastName, email, Role.USER, Status.ACTIVE);
	}

	public Person with(Role other) {
		return new Person(this.id, this.firstName, this.lastName, this.email, other, this.status);
	}

	public Person with(Status other) {
		return new Person(this.id, this.firstName, this.lastName, this.email, this.role, other);
	}

	/** The part of the address before the {@code @}, as the portal makes it. */
	public String userName() {
		return this.email.substring(0, Math.max(0, this.email.indexOf('@')));
	}

	/** The full name as the portal shows it, HTML-encoded; without a name the address. */
	public String displayName() {
		String name = (this.firstName + " " + this.lastName).strip();
		return JsonWriter.encoded(name.isEmpty() ? this.email : name);
	}

	/** Whether the person may become a member or manager (portal contract 3). */
	public boolean isEligible() {
		return this.status != Status.DISABLED && this.role != Role.GUEST;
	}

	boolean sees(Person other) {
		return this.role.isAdministrator() || this.id.equals(other.id)
				|| (this.role == Role.ROOM_ADMIN && other.role != Role.GUEST);
	}

}
