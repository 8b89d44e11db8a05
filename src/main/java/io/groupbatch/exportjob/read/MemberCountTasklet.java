package io.groupbatch.exportjob.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.importjob.row.PersonMapper;
import io.groupbatch.journal.export.Export;
import io.groupbatch.journal.export.ExportGroup;
import io.groupbatch.journal.export.ExportGroup.State;
import io.groupbatch.journal.export.ExportGroups;
import io.groupbatch.journal.export.ExportList;
import io.groupbatch.journal.export.ExportPeople;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.payload.Group;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Compares how many members each group has with how many the portal says, and reads those
 * groups by themselves that do not fit: they changed between the two lists. Some groups
 * at each call, which is one transaction. First of all, groups are forgotten whose names
 * the filter of the export leaves out.
 */
@Component
@StepScope
public class MemberCountTasklet implements Tasklet {

	private static final int GROUPS_AT_ONCE = 50;

	private final Directory directory;

	private final ListReadingTasklet.Stores stores;

	private final ExportGroups groups;

	private final ExportPeople people;

	MemberCountTasklet(Directory directory, ListReadingTasklet.Stores stores, ExportGroups groups,
			ExportPeople people) {
		this.directory = directory;
		this.stores = stores;
		this.groups = groups;
		this.people = people;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		Export export = this.stores.exports().underWay().orElseThrow();
		if (export.wanted().filter() != null) {
			this.groups.keepOnly(new NameFilter(export.wanted().filter())::fits);
		}
		this.groups.completeBy(export.wanted().isAll());
		List<ExportGroup> unfit = this.groups.unfit(GROUPS_AT_ONCE);
		if (unfit.isEmpty()) {
			return RepeatStatus.FINISHED;
		}
		try {
			this.directory.each(unfit, (group) -> new Look(group, this.directory.group(group.id())), this::settle);
			this.stores.progress().add(unfit.size());
		}
		catch (PortalException ex) {
			this.stores.tally().halt(contribution.getStepExecution(), PortalStopCauses.halt(ex));
		}
		return RepeatStatus.CONTINUABLE;
	}

	private void settle(Look look) {
		Group now = look.now().filter((group) -> !group.system()).orElse(null);
		if (now == null) {
			this.groups.settle(look.before(), State.GONE);
			return;
		}
		Set<UUID> members = Objects.requireNonNull(now.members())
			.stream()
			.filter(this::isKnown)
			.collect(Collectors.toSet());
		this.people.replaceVisible(now.id(), members);
		this.groups.settle(group(now), State.CHANGED);
	}

	/** Whether a member is known, or has become so: a person may be new. */
	private boolean isKnown(UUID member) {
		if (this.people.find(member).isEmpty()) {
			int pass = this.stores.exports().pass(ExportList.PEOPLE).number();
			this.directory.person(member)
				.ifPresent((person) -> this.people.add(Map.of(PersonMapper.entry(person), List.of()), pass));
		}
		return this.people.find(member).isPresent();
	}

	/** What an export keeps of a group of the portal. */
	public static ExportGroup group(Group group) {
		return new ExportGroup(group.id(), group.name(), group.manager(), group.ldap(), group.membersCount());
	}

	private record Look(ExportGroup before, Optional<Group> now) {
	}

}
