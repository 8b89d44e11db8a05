-- As in version 2, every statement must be repeatable. Plain SQL that PostgreSQL takes too.

-- How the user wanted the run to be sent, such as "--concurrency=2 --rate=300/min"; a resume keeps to it. Null: nothing
-- was said, as for runs of earlier versions.
ALTER TABLE run ADD COLUMN IF NOT EXISTS sending_options VARCHAR;
