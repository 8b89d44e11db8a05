-- The journal: runs, their rows, what the portal looked like, the requests made for them, and what became of it all.
--
-- What grows with the file is only ever added to while requests are sent: H2 writes a changed row anew in every
-- index, and each commit writes every page that it touched. So what is known of a row stands in three tables
-- (input_row, row_plan, outcome), of a request in three (request, mark, result), of a group in two.
--
-- The id of a row is run * 2^40 + its number in the file: one key that finds a row, and keeps a run's rows together
-- and in order. Ids of requests and groups are counted by the program (one process at a time).
-- Plain SQL that PostgreSQL takes too.

CREATE TABLE run (
	number BIGINT PRIMARY KEY,
	state VARCHAR(20) NOT NULL,
	file VARCHAR NOT NULL,
	sha256 CHAR(64) NOT NULL,
	options VARCHAR NOT NULL,
	portal VARCHAR NOT NULL,
	sandbox BOOLEAN NOT NULL,
	account VARCHAR,
	account_name VARCHAR,
	output VARCHAR NOT NULL,
	headings VARCHAR ARRAY,
	fields VARCHAR ARRAY,
	dialect VARCHAR,
	charset VARCHAR,
	byte_order_mark BOOLEAN,
	delimiter CHAR(1),
	note VARCHAR,
	mends BIGINT,
	user_map VARCHAR,
	undoes BIGINT,
	audit_place BIGINT,
	audit_head CHAR(64),
	row_count BIGINT DEFAULT 0 NOT NULL,
	approved BOOLEAN DEFAULT FALSE NOT NULL,
	risks_accepted BOOLEAN DEFAULT FALSE NOT NULL,
	directory_read_at TIMESTAMP(3) WITH TIME ZONE,
	portal_groups BIGINT,
	stop_reason VARCHAR(30),
	stop_message VARCHAR,
	created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
	ended_at TIMESTAMP(3) WITH TIME ZONE,
	purged_at TIMESTAMP(3) WITH TIME ZONE,
	wish_only BOOLEAN
);

-- How many rows of a purged run had each status. That, and run.wish_only, is all that is kept of them.
CREATE TABLE purged_count (
	run BIGINT NOT NULL,
	status VARCHAR(10) NOT NULL,
	row_count BIGINT NOT NULL,
	PRIMARY KEY (run, status)
);

CREATE TABLE input_row (
	id BIGINT PRIMARY KEY,
	line BIGINT NOT NULL,
	cells VARCHAR ARRAY NOT NULL,
	operation VARCHAR(100) NOT NULL
);

-- The group as the row finds it, what it wants of it, and the request whose answer decides the row. after_doubt: the
-- code of the row when it succeeds, because an earlier request of it was in doubt. left_out: people whom the row names
-- and who are not in what it wants, each with the reason.
CREATE TABLE row_plan (
	id BIGINT PRIMARY KEY,
	group_ref BIGINT,
	group_name VARCHAR,
	name VARCHAR,
	manager UUID,
	members UUID ARRAY,
	last_request BIGINT,
	requests INTEGER NOT NULL,
	after_doubt VARCHAR(30),
	left_out VARCHAR ARRAY
);
CREATE INDEX row_plan_last_request ON row_plan (last_request);
CREATE INDEX row_plan_group_ref ON row_plan (group_ref);

-- A row without an outcome waits to be sent.
CREATE TABLE outcome (
	id BIGINT PRIMARY KEY,
	status VARCHAR(10) NOT NULL,
	code VARCHAR(30),
	message VARCHAR,
	not_applied UUID ARRAY
);

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

-- People of the file who cannot be had, row by row: also of rows that are refused for it.
CREATE TABLE person_to_fix (
	run BIGINT NOT NULL,
	person_key VARCHAR NOT NULL,
	row_number BIGINT NOT NULL,
	name VARCHAR NOT NULL,
	why VARCHAR(20) NOT NULL,
	group_name VARCHAR NOT NULL,
	PRIMARY KEY (run, person_key, row_number)
);

-- What a user map says, under the hash of all of it. person: an e-mail address or an id; empty: nobody.
CREATE TABLE user_map (
	sha256 CHAR(64) NOT NULL,
	name VARCHAR NOT NULL,
	person VARCHAR NOT NULL,
	PRIMARY KEY (sha256, name)
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
-- point of the file that the plan has reached; found_name and found_manager are those that the portal showed. With
-- membership they are the state before the run. Only what others have done before an old plan is sent is put down there,
-- too, as if it had been so before; changed says that this has happened. alike: the name without what people do not see
-- in it.
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
	found_name VARCHAR,
	found_manager UUID,
	manager_row BIGINT,
	name_row BIGINT,
	alike VARCHAR NOT NULL,
	changed BOOLEAN DEFAULT FALSE NOT NULL
);
CREATE INDEX known_group_alike ON known_group (run, alike);
CREATE INDEX known_group_name ON known_group (run, name);
CREATE INDEX known_group_portal_id ON known_group (run, portal_id);

-- A group as the portal's last answer showed it.
CREATE TABLE seen_group (
	ref BIGINT PRIMARY KEY,
	portal_id UUID NOT NULL,
	name VARCHAR NOT NULL,
	manager UUID,
	members UUID ARRAY
);

CREATE TABLE membership (
	ref BIGINT NOT NULL,
	person UUID NOT NULL,
	run BIGINT NOT NULL,
	PRIMARY KEY (ref, person)
);

-- Which rows may be about a group, by its id or a name, from the first set-members row of the file on: all those of one
-- group are one wish. kind: SET is a row of such a wish, CHANGE another one that changes people, END one after which the
-- key means another group.
CREATE TABLE set_row (
	run BIGINT NOT NULL,
	group_key VARCHAR NOT NULL,
	row_number BIGINT NOT NULL,
	kind VARCHAR(10) NOT NULL,
	PRIMARY KEY (run, group_key, row_number)
);

-- What the set-members rows of a group come to, from the first sound one to the last. former_name: what the group was
-- called before. closed_by: the row that ends it, though others follow. held_by: the row because of which nobody is removed.
CREATE TABLE set_wish (
	ref BIGINT PRIMARY KEY,
	run BIGINT NOT NULL,
	first_row BIGINT NOT NULL,
	last_row BIGINT NOT NULL,
	former_name VARCHAR NOT NULL,
	closed_by BIGINT,
	held_by BIGINT,
	requests BIGINT ARRAY NOT NULL
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
-- exact: the only ones whom the group shall show then, besides its manager; NULL: others may be there.
-- held_...: what rows want that this request decides, and what is not sent because it holds already.
-- target_...: of a move, the group that takes the people, and what must have happened to that one before. Of a move,
-- removes is whom the group is likely to lose, adds whom the target is likely to gain.
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
	held_name VARCHAR,
	held_manager UUID,
	held_in UUID ARRAY,
	held_out UUID ARRAY,
	exact UUID ARRAY,
	behind BIGINT,
	name_from BIGINT,
	needs BIGINT,
	judged_by BIGINT NOT NULL,
	target_ref BIGINT,
	target_behind BIGINT,
	target_needs BIGINT
);
CREATE INDEX request_target_ref ON request (target_ref);
CREATE INDEX request_target_behind ON request (target_behind);
CREATE INDEX request_behind ON request (behind);
CREATE INDEX request_name_from ON request (name_from);
CREATE INDEX request_group_ref ON request (group_ref);

-- A request that may be on its way: there from before its first byte is sent until its result is recorded.
CREATE TABLE mark (
	request BIGINT PRIMARY KEY,
	sent_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- What became of a request. PLANNED: the portal certainly did nothing, and it is to be sent again.
CREATE TABLE result (
	request BIGINT PRIMARY KEY,
	state VARCHAR(10) NOT NULL,
	attempts INTEGER NOT NULL,
	http_status INTEGER,
	sent_at TIMESTAMP(3) WITH TIME ZONE,
	duration_ms INTEGER
);

-- A request that is in doubt (open) or was. losses: how many of its sendings proved nothing; unanswered: how many of
-- these the portal did not answer itself, so that it may still have been at them.
CREATE TABLE doubt (
	request BIGINT PRIMARY KEY,
	sent_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
	losses INTEGER NOT NULL,
	unanswered INTEGER NOT NULL,
	open BOOLEAN NOT NULL
);

-- A row that succeeded, before the closing check found a second group of the name: its outcome from then, which
-- counts again when the other group is gone.
CREATE TABLE twin (
	id BIGINT PRIMARY KEY,
	code VARCHAR(30),
	status VARCHAR(10) NOT NULL,
	message VARCHAR,
	not_applied UUID ARRAY
);

-- How a portal limits an account, as far as its refusals have shown. recent: when the last minute's requests were sent.
CREATE TABLE portal_limit (
	portal VARCHAR NOT NULL,
	account VARCHAR NOT NULL,
	per_minute INTEGER,
	at_once INTEGER,
	unlimited BOOLEAN NOT NULL,
	paused_until TIMESTAMP(3) WITH TIME ZONE,
	learned_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
	recent BIGINT ARRAY NOT NULL,
	PRIMARY KEY (portal, account)
);

-- Who has begun to send requests of a run, or has gone on with it.
CREATE TABLE run_start (
	run BIGINT NOT NULL,
	started_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
	os_user VARCHAR NOT NULL,
	PRIMARY KEY (run, started_at)
);

-- The audit lines of an ended run, as they were when it ended; kept when the run is purged. run.audit_place: which of
-- the ended runs it is; run.audit_head: the hash of all lines up to its last.
CREATE TABLE audit_block (
	run BIGINT NOT NULL,
	number BIGINT NOT NULL,
	content VARBINARY NOT NULL,
	PRIMARY KEY (run, number)
);

-- The export that is under way, and what it has read so far; all of it goes when its file is written. There is one at
-- a time. number: when it began, in milliseconds. manager: whom managed_by means.
CREATE TABLE export (
	number BIGINT PRIMARY KEY,
	portal VARCHAR NOT NULL,
	account VARCHAR,
	name_filter VARCHAR,
	managed_by VARCHAR,
	manager UUID
);

-- How far a list is read: its pages before next_start, in this pass. A list that moved is read once more; what was
-- seen in a pass from since on counts. total_before: of the pass before.
CREATE TABLE export_pass (
	list VARCHAR(10) PRIMARY KEY,
	number INTEGER NOT NULL,
	total BIGINT NOT NULL,
	next_start BIGINT NOT NULL,
	since INTEGER NOT NULL,
	steady BOOLEAN NOT NULL,
	total_before BIGINT NOT NULL
);

-- size: how many members the portal says, until that is checked. position: its place in the file. written: its name
-- there.
CREATE TABLE export_group (
	id UUID PRIMARY KEY,
	name VARCHAR NOT NULL,
	manager UUID,
	ldap BOOLEAN NOT NULL,
	size INTEGER,
	pass INTEGER NOT NULL,
	state VARCHAR(10) NOT NULL,
	position BIGINT,
	written VARCHAR
);
CREATE INDEX export_group_name ON export_group (name);
CREATE INDEX export_group_position ON export_group (position);
CREATE INDEX export_group_written ON export_group (written);

-- address: the e-mail address as addresses are compared.
CREATE TABLE export_person (
	id UUID PRIMARY KEY,
	email VARCHAR NOT NULL,
	address VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR(10) NOT NULL,
	status VARCHAR(10) NOT NULL,
	pass INTEGER NOT NULL
);
CREATE INDEX export_person_address ON export_person (address);

CREATE TABLE export_member (
	group_id UUID NOT NULL,
	person UUID NOT NULL,
	PRIMARY KEY (group_id, person)
);
CREATE INDEX export_member_person ON export_member (person);
