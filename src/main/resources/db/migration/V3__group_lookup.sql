-- As in version 2, every statement must be repeatable. Plain SQL that PostgreSQL takes too.

-- Whose a group of the portal is, is asked for each group of a name. Without it, a start after a crash took 129 s before
-- its first request with 7,700 of 20,000 groups made (measured), as each question read all groups of the journal.
CREATE INDEX IF NOT EXISTS seen_group_portal_id ON seen_group (portal_id);
