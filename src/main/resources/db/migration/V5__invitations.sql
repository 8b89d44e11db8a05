-- As in version 2, every statement must be repeatable. Plain SQL that PostgreSQL takes too.

-- People who are not on the portal and are invited by a run before its requests are sent. address: the e-mail address as
-- addresses are compared; email: as it is written in the request. person: while nobody has this address, an id that only the
-- plan uses; then the portal's. state: PLANNED (certainly not sent), SENT (a mark, there from before the first byte is sent
-- until it is known what became of it), INVITED, PRESENT (somebody has the address already, nothing was sent), REFUSED. alone:
-- the portal has refused a request with this address and others, so it is sent in a request of its own.
CREATE TABLE IF NOT EXISTS invitation (
	run BIGINT NOT NULL,
	address VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	person UUID NOT NULL,
	state VARCHAR(10) NOT NULL,
	reason VARCHAR(20),
	words VARCHAR,
	alone BOOLEAN DEFAULT FALSE NOT NULL,
	attempts INTEGER DEFAULT 0 NOT NULL,
	http_status INTEGER,
	sent_at TIMESTAMP(3) WITH TIME ZONE,
	PRIMARY KEY (run, address)
);

-- The rows that name the person.
CREATE TABLE IF NOT EXISTS invitation_row (
	run BIGINT NOT NULL,
	address VARCHAR NOT NULL,
	row_number BIGINT NOT NULL,
	PRIMARY KEY (run, address, row_number)
);
CREATE INDEX IF NOT EXISTS invitation_row_number ON invitation_row (run, row_number);
