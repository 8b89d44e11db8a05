-- As in version 2, every statement must be repeatable. Plain SQL that PostgreSQL takes too.

-- The members of a group as seen, in parts: an array of H2 has at most 65,536 elements, a group may have more.
-- From now on, the column members is empty.
ALTER TABLE seen_group ADD COLUMN IF NOT EXISTS people UUID ARRAY ARRAY;
UPDATE seen_group SET people = ARRAY[members], members = NULL WHERE members IS NOT NULL;
