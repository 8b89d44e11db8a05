package io.groupbatch.exportjob;

import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.ExportGroup;
import io.groupbatch.journal.ExportGroups;
import io.groupbatch.journal.Exports;
import io.groupbatch.portal.Group;
import io.groupbatch.portal.ListedGroup;
import io.groupbatch.portal.Page;
import io.groupbatch.portal.PortalLists;

import org.jspecify.annotations.Nullable;

/**
 * The groups that are exported, with those that the filter leaves out later: how many
 * there are must fit what the portal says.
 */
class GroupRows implements ListReading.Rows<ListedGroup> {

	private final PortalLists lists;

	private final ExportGroups groups;

	private final @Nullable UUID manager;

	GroupRows(PortalLists lists, ExportGroups groups, Exports exports) {
		this.lists = lists;
		this.groups = groups;
		this.manager = exports.underWay().orElseThrow().manager();
	}

	@Override
	public Page<ListedGroup> read(int size, long start) {
		return this.lists.groups(this.manager, size, start);
	}

	@Override
	public void keep(List<ListedGroup> page, int pass) {
		this.groups.add(
				page.stream().map((listed) -> new ExportGroups.Listed(of(listed.group()), listed.size())).toList(),
				pass);
	}

	static ExportGroup of(Group group) {
		return new ExportGroup(group.id(), group.name(), group.manager(), group.ldap());
	}

}
