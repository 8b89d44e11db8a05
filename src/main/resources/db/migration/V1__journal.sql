-- The journal: runs, their rows, what the portal looked like, and the requests made for them.
-- Plain SQL that PostgreSQL takes too; ids are given out by the program (one process at a time).

CREATE TABLE run (
	number BIGINT PRIMARY KEY,
	state VARCHAR(20) NOT NULL,
	file VARCHAR NOT NULL,
	sha256 CHAR(64) NOT NULL,
	options VARCHAR NOT NULL,
	portal VARCHAR NOT NULL,
	sandbox BOOLEAN NOT NULL,
	account VARCHAR(100),
	account_name VARCHAR,
	output VARCHAR NOT NULL,
	headings VARCHAR ARRAY,
	dialect VARCHAR(200),
	approved BOOLEAN DEFAULT FALSE NOT NULL,
	directory_read BOOLEAN DEFAULT FALSE NOT NULL,
	stop_reason VARCHAR(30),
	stop_message VARCHAR,
	created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
	ended_at TIMESTAMP(3) WITH TIME ZONE
);

CREATE TABLE input_row (
	run BIGINT NOT NULL,
	row_number BIGINT NOT NULL,
	line BIGINT NOT NULL,
	cells VARCHAR ARRAY NOT NULL,
	operation VARCHAR(100),
	status VARCHAR(10) NOT NULL,
	code VARCHAR(30),
	message VARCHAR,
	group_ref BIGINT,
	group_name VARCHAR,
	manager UUID,
	members UUID ARRAY,
	not_applied UUID ARRAY,
	last_request BIGINT,
	requests INTEGER DEFAULT 0 NOT NULL,
	PRIMARY KEY (run, row_number)
);
CREATE INDEX input_row_last_request ON input_row (last_request);

CREATE TABLE mistake (
	run BIGINT NOT NULL,
	number BIGINT NOT NULL,
	row_number BIGINT NOT NULL,
	line BIGINT NOT NULL,
	heading VARCHAR,
	cell VARCHAR,
	code VARCHAR(30) NOT NULL,
	problem VARCHAR NOT NULL,
	cure VARCHAR NOT NULL,
	PRIMARY KEY (run, number)
);

CREATE TABLE person (
	run BIGINT NOT NULL,
	id UUID NOT NULL,
	email VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR(10) NOT NULL,
	status VARCHAR(10) NOT NULL,
	PRIMARY KEY (run, id)
);

-- A group as this run knows it: found on the portal, or to be made by it. name is the one it bears at the
-- point of the file that the plan has reached; the seen_ columns are what the portal's last answer showed.
CREATE TABLE known_group (
	ref BIGINT PRIMARY KEY,
	run BIGINT NOT NULL,
	portal_id UUID,
	name VARCHAR NOT NULL,
	manager UUID,
	ldap BOOLEAN NOT NULL,
	state VARCHAR(10) NOT NULL,
	by_row BIGINT,
	last_request BIGINT,
	named_by BIGINT,
	seen_name VARCHAR,
	seen_manager UUID,
	seen_members UUID ARRAY
);
CREATE INDEX known_group_name ON known_group (run, name);
CREATE INDEX known_group_portal_id ON known_group (run, portal_id);

CREATE TABLE membership (
	ref BIGINT NOT NULL,
	person UUID NOT NULL,
	run BIGINT NOT NULL,
	PRIMARY KEY (ref, person)
);

-- A name that no group bears any more at the point of the file that the plan has reached, and which row took it away.
CREATE TABLE lost_name (
	run BIGINT NOT NULL,
	name VARCHAR NOT NULL,
	row_number BIGINT NOT NULL,
	why VARCHAR(10) NOT NULL,
	request BIGINT,
	PRIMARY KEY (run, name)
);

-- behind: the request before it in its lane. name_from: the request that gives up the name which this one takes.
-- needs: the request that gave the group the name by which the row calls it. The last two must have succeeded.
-- judged_by: the last request of a row that takes several; its answer decides that row. Else the request itself.
CREATE TABLE request (
	id BIGINT PRIMARY KEY,
	run BIGINT NOT NULL,
	verb VARCHAR(10) NOT NULL,
	group_ref BIGINT NOT NULL,
	name VARCHAR,
	manager UUID,
	adds UUID ARRAY,
	removes UUID ARRAY,
	behind BIGINT,
	name_from BIGINT,
	needs BIGINT,
	judged_by BIGINT NOT NULL,
	state VARCHAR(10) NOT NULL,
	attempts INTEGER DEFAULT 0 NOT NULL,
	http_status INTEGER,
	sent_at TIMESTAMP(3) WITH TIME ZONE,
	duration_ms INTEGER
);
CREATE INDEX request_behind ON request (behind);
CREATE INDEX request_name_from ON request (name_from);
