-- What a run is: IMPORT, UNDO (takes run.undoes back) or VERIFY (only reads a file; nothing of it is kept).
ALTER TABLE run ADD COLUMN kind VARCHAR(10) DEFAULT 'IMPORT' NOT NULL;
UPDATE run SET kind = 'UNDO' WHERE undoes IS NOT NULL;

-- Which portal a run is for, whatever address led to it: the same text for all runs of one portal (the address by which
-- it was first known). portal_sign: by what a portal was recognised, such as the id of a user.
ALTER TABLE run ADD COLUMN portal_key VARCHAR;
UPDATE run SET portal_key = portal;
CREATE TABLE portal_sign (
	sign VARCHAR PRIMARY KEY,
	portal_key VARCHAR NOT NULL
);

-- With whose key a run was sent last, and with whose key and by which address from each start on. Empty: the portal did
-- not say; NULL: nobody looked (nothing was sent yet, or an earlier version has sent it: run.account and run.portal count).
ALTER TABLE run ADD COLUMN sender VARCHAR;
ALTER TABLE run ADD COLUMN sender_name VARCHAR;
ALTER TABLE run_start ADD COLUMN account VARCHAR;
ALTER TABLE run_start ADD COLUMN account_name VARCHAR;
ALTER TABLE run_start ADD COLUMN portal VARCHAR;
