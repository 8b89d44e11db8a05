package io.groupbatch.exportjob;

import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.ExportGroup;
import io.groupbatch.journal.ExportGroups;
import io.groupbatch.journal.Exports;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.Group;
import io.groupbatch.portal.Page;

import org.jspecify.annotations.Nullable;

/**
 * The groups that are exported, with those that the filter leaves out later: how many
 * there are must fit what the portal says.
 */
class GroupRows implements ListReading.Rows<Group> {

	private final Directory directory;

	private final ExportGroups groups;

	private final @Nullable UUID manager;

	GroupRows(Directory directory, ExportGroups groups, Exports exports) {
		this.directory = directory;
		this.groups = groups;
		this.manager = exports.underWay().orElseThrow().manager();
	}

	@Override
	public Page<Group> read(int size, long start) {
		return this.directory.groupsPage(this.manager, size, start);
	}

	@Override
	public void keep(List<Group> page, int pass) {
		this.groups.add(
				page.stream().map((group) -> new ExportGroups.Listed(of(group), group.membersCount())).toList(),
				pass);
	}

	static ExportGroup of(Group group) {
		return new ExportGroup(group.id(), group.name(), group.manager(), group.ldap());
	}

}
