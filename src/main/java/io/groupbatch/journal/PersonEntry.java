package io.groupbatch.journal;

import java.util.UUID;

/**
 * A user of the portal as the run saw it.
 *
 * @param id the portal's id
 * @param email as the portal spells it
 * @param name for people
 * @param kind guest, user or one of the admins, as a word
 * @param status active, disabled or invited, as a word
 */
public record PersonEntry(UUID id, String email, String name, String kind, String status) {
}
