-- What a run is: IMPORT, UNDO (takes run.undoes back) or VERIFY (only reads a file; nothing of it is kept).
ALTER TABLE run ADD COLUMN kind VARCHAR(10) DEFAULT 'IMPORT' NOT NULL;
UPDATE run SET kind = 'UNDO' WHERE undoes IS NOT NULL;

-- Which portal a run is for, whatever address led to it: the same text for all runs of one portal (the address by which
-- it was first known). portal_sign: by what a portal was recognised, such as the id of a user.
-- Addresses are written without the port that they mean anyway. (What is learned of limits is soon learned again.)
UPDATE run SET portal = SUBSTRING(portal FROM 1 FOR CHAR_LENGTH(portal) - 4) WHERE portal LIKE 'https://%:443';
UPDATE run SET portal = SUBSTRING(portal FROM 1 FOR CHAR_LENGTH(portal) - 3) WHERE portal LIKE 'http://%:80';
DELETE FROM portal_limit WHERE portal LIKE 'https://%:443' OR portal LIKE 'http://%:80';
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
