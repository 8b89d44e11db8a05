package io.groupbatch.journal.export;

import io.groupbatch.journal.people.PersonEntry;

/**
 * A person whom an export has read.
 *
 * @param person the user
 * @param unique whether nobody else has this e-mail address
 */
public record ExportMember(PersonEntry person, boolean unique) {
}
