package io.groupbatch.exportjob;

import java.util.List;

import io.groupbatch.journal.Export;
import io.groupbatch.journal.ExportGroup;
import io.groupbatch.journal.ExportGroups;
import io.groupbatch.journal.Exports;
import io.groupbatch.portal.Group;
import io.groupbatch.portal.ListedGroup;
import io.groupbatch.portal.Page;
import io.groupbatch.portal.PortalLists;

/**
 * The groups that are exported.
 */
class GroupRows implements ListReading.Rows<ListedGroup> {

	private final PortalLists lists;

	private final ExportGroups groups;

	private final PortalLists.Selection selection;

	GroupRows(PortalLists lists, ExportGroups groups, Exports exports) {
		this.lists = lists;
		this.groups = groups;
		Export export = exports.underWay().orElseThrow();
		this.selection = new PortalLists.Selection(export.wanted().filter(), export.manager());
	}

	@Override
	public Page<ListedGroup> read(int size, long start) {
		return this.lists.groups(this.selection, size, start);
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
