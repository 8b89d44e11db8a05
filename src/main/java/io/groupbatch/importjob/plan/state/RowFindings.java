package io.groupbatch.importjob.plan.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.csv.groups.GroupList;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.csv.groups.UserMap;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.people.UnresolvedPerson;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.OmittedPerson.Why;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.StagedRow;

import org.jspecify.annotations.Nullable;

/**
 * What the plan finds wrong with one row, and whom it leaves out of it.
 */
public final class RowFindings {

	private final StagedRow row;

	private final Columns columns;

	private final boolean leaveOut;

	private final @Nullable Column always;

	private final List<RowError> mistakes;

	private final Set<OmittedPerson> leftOut = new LinkedHashSet<>();

	private final Map<String, UnresolvedPerson> toFix = new LinkedHashMap<>();

	private final Map<String, Invited> invited = new LinkedHashMap<>();

	/**
	 * Notes about a row.
	 * @param leaveOut whether it goes on without people who could not be matched or added
	 */
	public RowFindings(StagedRow row, Columns columns, boolean leaveOut) {
		this.row = row;
		this.columns = columns;
		this.leaveOut = leaveOut;
		this.always = null;
		this.mistakes = new ArrayList<>();
	}

	private RowFindings(RowFindings others, Column always) {
		this.row = others.row;
		this.columns = others.columns;
		this.leaveOut = others.leaveOut;
		this.always = always;
		this.mistakes = others.mistakes;
	}

	/** Where the same errors are noted, but of another column. */
	public RowFindings pointingAt(Column column) {
		return new RowFindings(this, column);
	}

	/**
	 * Notes an error, which makes the row invalid.
	 * @param column where it is
	 * @param value the text of the cell
	 * @param problem what is wrong, one sentence
	 * @param cure what to do, one sentence or more
	 */
	public void add(Column column, String value, Code code, String problem, String cure) {
		this.mistakes
			.add(new RowError(this.row.shownNumber(), this.row.line(), heading(column), value, code, problem, cure));
	}

	/** The row goes on without a person. */
	void leaveOut(Column column, PersonReference person, Why why) {
		list(person, why);
		this.leftOut.add(new OmittedPerson(person.written(), column == Column.GROUP_MANAGER, why));
	}

	/**
	 * A person could not be matched or added: the row goes on without, or that is an
	 * error. Which of several users is meant, only the user can say.
	 */
	void cannotHave(Column column, PersonReference person, Why why, String problem, String cure) {
		if (this.leaveOut && why != Why.AMBIGUOUS) {
			leaveOut(column, person, why);
		}
		else {
			list(person, why);
			add(column, person.written(), why.code(), problem, cure);
		}
	}

	/** A person is not on the portal, and is invited for the row. */
	void invite(Column column, PersonReference person, Invitation invitation) {
		this.invited.putIfAbsent(invitation.address(), new Invited(column, person, invitation));
	}

	/** Who is invited for the row. */
	public Collection<Invitation> invited() {
		return this.invited.values().stream().map(Invited::invitation).toList();
	}

	/** Nothing is sent for the row, so nobody is invited for it. */
	public void leaveOutInvited() {
		this.invited.values().forEach((person) -> leaveOut(person.column(), person.person(), Why.MISSING));
		this.invited.clear();
	}

	/** A person cannot go along with the others. */
	public void staysBehind(String person, Why why) {
		this.leftOut.add(new OmittedPerson(person, false, why));
	}

	/** Nobody is removed, because of a row. */
	public void holdBack(long because) {
		this.leftOut.add(new OmittedPerson(String.valueOf(because), false, Why.HOLDS_BACK));
	}

	private void list(PersonReference person, Why why) {
		String key = UserMap.key(person.from());
		this.toFix.putIfAbsent(key, new UnresolvedPerson(key, person.from(), why, this.row.number(), group()));
	}

	/** Whether the row has no error; people may be left out of it all the same. */
	public boolean isEmpty() {
		return this.mistakes.isEmpty();
	}

	/** The errors, in the order of their discovery. */
	public List<RowError> mistakes() {
		return this.mistakes;
	}

	/** Who is left out, and because of which row removals are held back. */
	public List<OmittedPerson> leftOut() {
		return List.copyOf(this.leftOut);
	}

	/** The people for {@code people-to-fix.csv}, each once. */
	public Collection<UnresolvedPerson> toFix() {
		return this.toFix.values();
	}

	/**
	 * The result of the invalid row: the code of its first error, and the messages of
	 * all. There must be one.
	 */
	public RowResult outcome() {
		return RowResult.invalid(this.mistakes.get(0).code(),
				this.mistakes.stream().map(RowError::message).collect(Collectors.joining(" ")));
	}

	private String heading(Column column) {
		boolean byGroups = this.columns.has(Column.GROUPS)
				&& (column == Column.GROUP_NAME || column == Column.GROUP_ID);
		return this.columns.heading((this.always != null) ? this.always : byGroups ? Column.GROUPS : column);
	}

	private String group() {
		if (this.columns.has(Column.GROUPS)) {
			return String.join(";", GroupList.split(this.columns.cell(Column.GROUPS, this.row.cells())));
		}
		String name = this.columns.cell(Column.GROUP_NAME, this.row.cells());
		return name.isEmpty() ? this.columns.cell(Column.GROUP_ID, this.row.cells()) : name;
	}

	/** A person who is invited, and where the row names the person. */
	private record Invited(Column column, PersonReference person, Invitation invitation) {
	}

}
