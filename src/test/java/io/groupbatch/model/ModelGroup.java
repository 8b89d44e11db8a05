package io.groupbatch.model;

import java.util.Set;
import java.util.TreeSet;

import io.groupbatch.sandbox.state.GroupView;

/**
 * A group of the model: what the portal shows and hides of it, and what the rows played
 * so far have said about it.
 */
final class ModelGroup {

	/** The portal's id, or a text for a group that the portal has not made yet. */
	final String id;

	final boolean ldap;

	/** Whether a row of the file makes it. */
	final boolean made;

	final Set<String> members = new TreeSet<>();

	final Set<String> hidden = new TreeSet<>();

	/** Whoever is in it or was, and what it is called or was. */
	final Set<String> ever = new TreeSet<>();

	String name;

	/** An address; empty when there is none. */
	String manager = "";

	/** Whether rows of the file have changed it. */
	boolean touched;

	/** Whether a row has given it another name. */
	boolean renamed;

	/** What create, upsert and set-members rows say; empty when they say nothing. */
	String claimedManager = "";

	String claimedName = "";

	/** Whether a step has given another manager, or name, after such a row. */
	boolean managerStep;

	boolean nameStep;

	/** The first of its set-members rows; -1 when there is none. */
	int firstSet = -1;

	/**
	 * Whether another row was about it since its last set-members row, and which kind.
	 */
	boolean otherRow;

	boolean otherPeople;

	/** Whether a wrong set-members row came before the first right one. */
	boolean wrongSet;

	ModelGroup(String id, String name, boolean ldap, boolean made) {
		this.id = id;
		this.name = name;
		this.ldap = ldap;
		this.made = made;
	}

	static ModelGroup of(GroupView group) {
		ModelGroup model = new ModelGroup(group.id().toString(), group.name(), group.ldap(), false);
		model.manager = (group.managerEmail() != null) ? group.managerEmail() : "";
		model.members.addAll(group.memberEmails());
		model.hidden.addAll(group.hiddenEmails());
		return model;
	}

	/** The group as it stands, without what rows have said about it. */
	ModelGroup copy() {
		ModelGroup copy = new ModelGroup(this.id, this.name, this.ldap, false);
		copy.manager = this.manager;
		copy.members.addAll(this.members);
		copy.hidden.addAll(this.hidden);
		return copy;
	}

	/** Keeps who is in it and what it is called, for rows to come. */
	void remember() {
		this.ever.addAll(this.members);
		this.ever.addAll(this.hidden);
		this.ever.add(this.name);
		this.ever.add(this.id);
	}

	/** What can be compared with another group's. */
	String text() {
		return "%s | %s | %s | %s".formatted(this.name, this.manager, this.members, this.hidden)
			.replace("@sandbox.example", "");
	}

	@Override
	public String toString() {
		return this.id + " " + text();
	}

}
