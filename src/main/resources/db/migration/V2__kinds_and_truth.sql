-- What a run is: IMPORT, UNDO (takes run.undoes back) or VERIFY (only reads a file; nothing of it is kept).
ALTER TABLE run ADD COLUMN kind VARCHAR(10) DEFAULT 'IMPORT' NOT NULL;
UPDATE run SET kind = 'UNDO' WHERE undoes IS NOT NULL;
