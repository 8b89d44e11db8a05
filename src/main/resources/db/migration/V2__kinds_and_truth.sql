-- A process can die between any two of these statements. Flyway then begins again with the first one, and H2 has kept
-- what was done. So every statement must be repeatable: IF NOT EXISTS, IF EXISTS, and updates that change nothing the
-- second time. SchemaTests stops after each of them. Plain SQL that PostgreSQL takes too.

-- What a run is: IMPORT, UNDO (takes run.undoes back) or VERIFY (only reads a file; nothing of it is kept).
ALTER TABLE run ADD COLUMN IF NOT EXISTS kind VARCHAR(10) DEFAULT 'IMPORT' NOT NULL;
UPDATE run SET kind = 'UNDO' WHERE undoes IS NOT NULL;
-- Version 1 told the runs of verify by how their options begin, and left their set_row behind.
UPDATE run SET kind = 'VERIFY' WHERE options LIKE 'verify %';
DELETE FROM set_row WHERE NOT EXISTS
	(SELECT 1 FROM input_row i WHERE i.id = set_row.run * 1099511627776 + set_row.row_number);

-- What an undo has to tell of each change of the run that it takes back. kind: REVERSED is intended, and is done when
-- these rows of the undo have succeeded; KEPT and IMPOSSIBLE are decided. Under run 0 while the rows are worked out.
CREATE TABLE IF NOT EXISTS undo_line (
	run BIGINT NOT NULL,
	number BIGINT NOT NULL,
	kind VARCHAR(10) NOT NULL,
	group_id UUID,
	group_name VARCHAR NOT NULL,
	change VARCHAR NOT NULL,
	why VARCHAR NOT NULL,
	row_numbers BIGINT ARRAY NOT NULL,
	PRIMARY KEY (run, number)
);

-- Whether the run was to make the group, and others have made it first.
ALTER TABLE known_group ADD COLUMN IF NOT EXISTS appeared BOOLEAN DEFAULT FALSE NOT NULL;

-- A create whose answer was lost once: a group of that name may appear late, whatever was sent instead.
CREATE TABLE IF NOT EXISTS lost_create (
	request BIGINT PRIMARY KEY,
	run BIGINT NOT NULL,
	name VARCHAR NOT NULL
);
INSERT INTO lost_create (request, run, name) SELECT r.id, r.run, r.name FROM doubt d JOIN request r ON r.id = d.request
	WHERE r.verb = 'CREATE' AND NOT EXISTS (SELECT 1 FROM lost_create l WHERE l.request = r.id);

-- One row: the id of this journal, and a number that grows with every start and every group of marks. A file beside the
-- journal has both as well, and tells a journal that is an older copy or has lost its end.
CREATE TABLE IF NOT EXISTS journal_generation (
	journal UUID NOT NULL,
	number BIGINT NOT NULL
);

-- Which portal a run is for, whatever address led to it: the same text for all runs of one portal (the address by which
-- it was first known). portal_sign: by what a portal was recognised, such as the id of a user.
-- Addresses are written without the port that they mean anyway. (What is learned of limits is soon learned again.)
UPDATE run SET portal = SUBSTRING(portal FROM 1 FOR CHAR_LENGTH(portal) - 4) WHERE portal LIKE 'https://%:443';
UPDATE run SET portal = SUBSTRING(portal FROM 1 FOR CHAR_LENGTH(portal) - 3) WHERE portal LIKE 'http://%:80';
DELETE FROM portal_limit WHERE portal LIKE 'https://%:443' OR portal LIKE 'http://%:80';
ALTER TABLE run ADD COLUMN IF NOT EXISTS portal_key VARCHAR;
UPDATE run SET portal_key = portal WHERE portal_key IS NULL;
CREATE TABLE IF NOT EXISTS portal_sign (
	sign VARCHAR PRIMARY KEY,
	portal_key VARCHAR NOT NULL
);

-- With whose key a run was sent last, and with whose key and by which address from each start on. Empty: the portal did
-- not say; NULL: nobody looked (nothing was sent yet, or an earlier version has sent it: run.account and run.portal count).
ALTER TABLE run ADD COLUMN IF NOT EXISTS sender VARCHAR;
ALTER TABLE run ADD COLUMN IF NOT EXISTS sender_name VARCHAR;
ALTER TABLE run_start ADD COLUMN IF NOT EXISTS account VARCHAR;
ALTER TABLE run_start ADD COLUMN IF NOT EXISTS account_name VARCHAR;
ALTER TABLE run_start ADD COLUMN IF NOT EXISTS portal VARCHAR;
-- When the portal asked for the pause that ends at paused_until. Both are by the clock of the computer; how long the
-- pause lasts is the difference. Until now it was only noted when the row was written last.
ALTER TABLE portal_limit ADD COLUMN IF NOT EXISTS paused_at TIMESTAMP(3) WITH TIME ZONE;
UPDATE portal_limit SET paused_at = learned_at WHERE paused_until IS NOT NULL AND paused_at IS NULL;

-- What a row has asked for in the name of the whole file, besides which row it was (manager_row, name_row).
ALTER TABLE known_group ADD COLUMN IF NOT EXISTS claimed_manager UUID;
ALTER TABLE known_group ADD COLUMN IF NOT EXISTS claimed_name VARCHAR;
UPDATE known_group SET claimed_manager = manager WHERE manager_row IS NOT NULL;
UPDATE known_group SET claimed_name = name WHERE name_row IS NOT NULL;

-- A group is deleted only when the rows before it that take people out of it, or put its people elsewhere, are done whole.
-- planned_joiner: who is put into a group by which row; only of a file that deletes groups, and only while it is planned.
-- request: it decides the row; NULL: the row will certainly not be done for this person.
CREATE TABLE IF NOT EXISTS planned_joiner (
	run BIGINT NOT NULL,
	person UUID NOT NULL,
	row_number BIGINT NOT NULL,
	group_ref BIGINT,
	request BIGINT,
	PRIMARY KEY (run, person, row_number)
);

-- The first row that leaves people in a group, or out of another one, so that the group is not deleted after it. people: who,
-- each with the reason; NULL: the row is not done at all. held_row: the row that does not delete the group.
CREATE TABLE IF NOT EXISTS unfinished_row (
	run BIGINT NOT NULL,
	group_ref BIGINT NOT NULL,
	row_number BIGINT NOT NULL,
	takes_out BOOLEAN NOT NULL,
	people VARCHAR,
	held_row BIGINT,
	PRIMARY KEY (run, group_ref)
);

-- A delete, and a request of another group whose rows must be done for everybody who is in the group to be deleted.
CREATE TABLE IF NOT EXISTS request_need (
	request BIGINT NOT NULL,
	needs BIGINT NOT NULL,
	PRIMARY KEY (request, needs)
);
CREATE INDEX IF NOT EXISTS request_need_needs ON request_need (needs);
