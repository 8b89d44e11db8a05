-- H2 2.4.240;
SET RETENTION_TIME 1000;
SET DB_CLOSE_DELAY 0;
SET WRITE_DELAY 0;
CREATE USER IF NOT EXISTS "SA" SALT '56d595a1ca80eabc' HASH 'f1cb49a750d098be735f74d93009016717975e7dd33dc9cd7da5f88f8422a7a4' ADMIN;
CREATE SEQUENCE "PUBLIC"."BATCH_JOB_EXECUTION_SEQ" START WITH 1 RESTART WITH 44;
CREATE SEQUENCE "PUBLIC"."BATCH_JOB_INSTANCE_SEQ" START WITH 1 RESTART WITH 40;
CREATE SEQUENCE "PUBLIC"."BATCH_STEP_EXECUTION_SEQ" START WITH 1 RESTART WITH 57;
CREATE CACHED TABLE "PUBLIC"."flyway_schema_history"(
    "installed_rank" INTEGER NOT NULL,
    "version" CHARACTER VARYING(50),
    "description" CHARACTER VARYING(200) NOT NULL,
    "type" CHARACTER VARYING(20) NOT NULL,
    "script" CHARACTER VARYING(1000) NOT NULL,
    "checksum" INTEGER,
    "installed_by" CHARACTER VARYING(100) NOT NULL,
    "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "execution_time" INTEGER NOT NULL,
    "success" BOOLEAN NOT NULL
);
ALTER TABLE "PUBLIC"."flyway_schema_history" ADD CONSTRAINT "PUBLIC"."flyway_schema_history_pk" PRIMARY KEY("installed_rank");
-- 2 +/- SELECT COUNT(*) FROM PUBLIC.flyway_schema_history;
INSERT INTO "PUBLIC"."flyway_schema_history" VALUES
(-1, NULL, '<< Flyway Schema History table created >>', 'TABLE', '', NULL, 'SA', TIMESTAMP '2026-11-28 11:27:17.634236', 0, TRUE),
(1, '1', 'journal', 'SQL', 'V1__journal.sql', 561137108, 'SA', TIMESTAMP '2026-11-28 11:27:19.961675', 1835, TRUE);
CREATE INDEX "PUBLIC"."flyway_schema_history_s_idx" ON "PUBLIC"."flyway_schema_history"("success" NULLS FIRST);
CREATE CACHED TABLE "PUBLIC"."RUN"(
    "NUMBER" BIGINT NOT NULL,
    "STATE" CHARACTER VARYING(20) NOT NULL,
    "FILE" CHARACTER VARYING NOT NULL,
    "SHA256" CHARACTER(64) NOT NULL,
    "OPTIONS" CHARACTER VARYING NOT NULL,
    "PORTAL" CHARACTER VARYING NOT NULL,
    "SANDBOX" BOOLEAN NOT NULL,
    "ACCOUNT" CHARACTER VARYING,
    "ACCOUNT_NAME" CHARACTER VARYING,
    "OUTPUT" CHARACTER VARYING NOT NULL,
    "HEADINGS" CHARACTER VARYING ARRAY,
    "FIELDS" CHARACTER VARYING ARRAY,
    "DIALECT" CHARACTER VARYING,
    "CHARSET" CHARACTER VARYING,
    "BYTE_ORDER_MARK" BOOLEAN,
    "DELIMITER" CHARACTER(1),
    "NOTE" CHARACTER VARYING,
    "MENDS" BIGINT,
    "USER_MAP" CHARACTER VARYING,
    "UNDOES" BIGINT,
    "AUDIT_PLACE" BIGINT,
    "AUDIT_HEAD" CHARACTER(64),
    "ROW_COUNT" BIGINT DEFAULT 0 NOT NULL,
    "APPROVED" BOOLEAN DEFAULT FALSE NOT NULL,
    "RISKS_ACCEPTED" BOOLEAN DEFAULT FALSE NOT NULL,
    "DIRECTORY_READ_AT" TIMESTAMP(3) WITH TIME ZONE,
    "PORTAL_GROUPS" BIGINT,
    "STOP_REASON" CHARACTER VARYING(30),
    "STOP_MESSAGE" CHARACTER VARYING,
    "CREATED_AT" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "ENDED_AT" TIMESTAMP(3) WITH TIME ZONE,
    "PURGED_AT" TIMESTAMP(3) WITH TIME ZONE,
    "WISH_ONLY" BOOLEAN
);
ALTER TABLE "PUBLIC"."RUN" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_1" PRIMARY KEY("NUMBER");
-- 6 +/- SELECT COUNT(*) FROM PUBLIC.RUN;
INSERT INTO "PUBLIC"."RUN" VALUES
(1, 'FINISHED', 'FOLDER/one.csv', 'c888114c08f862267075a05aa6688fdfbe3a441e1b3b25bc286e2541cb447a31', 'reading.charset=UTF-8 reading.delimiter= reading.columns= reading.ignoreOtherColumns=false operation= skipInvalid=false people.leaveOut=false people.userMap= allow.sameName=false allow.ldap=false allow.lookAlikes=false groups.existing=update groups.trimNames=false', 'PORTAL', FALSE, '605c6496-3494-3524-bac4-27c00c225cc6', 'Olga Owner', 'FOLDER/run-1', ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], 'commas, UTF-8', 'UTF-8', FALSE, ',', NULL, NULL, NULL, NULL, 1, 'c939e0371c7ec0a709b59e56f98865d875fd173c83b9934a554bab08f4831c67', 3, TRUE, FALSE, TIMESTAMP WITH TIME ZONE '2026-11-28 11:27:53.176+00', 7, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-28 11:27:47.478+00', TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:01.475+00', NULL, NULL),
(2, 'FINISHED', 'FOLDER/two.csv', '6726b005480bb27e5d9c7cbef31049f646b5e1913e65974c9b0bc4715d568df1', 'reading.charset=UTF-8 reading.delimiter= reading.columns= reading.ignoreOtherColumns=false operation= skipInvalid=false people.leaveOut=false people.userMap= allow.sameName=false allow.ldap=false allow.lookAlikes=false groups.existing=update groups.trimNames=false', 'PORTAL', FALSE, '605c6496-3494-3524-bac4-27c00c225cc6', 'Olga Owner', 'FOLDER/run-2', ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], 'commas, UTF-8', 'UTF-8', FALSE, ',', NULL, NULL, NULL, NULL, 2, 'd9509a9daf01b4d2aedd8ec553b128063161bc558fd8601a2dd2937afaaaa6cc', 1, TRUE, FALSE, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:06.892+00', 8, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:06.247+00', TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:08.476+00', NULL, NULL),
(3, 'FINISHED', 'FOLDER/state/undo/run-0002-861953815870212740.csv', '3c8f73f0d35c2915b5d9f57bcc7ed9bf166545f6977f7efa5cd6048f5e40dd0c', 'reading.charset=UTF-8 reading.delimiter= reading.columns= reading.ignoreOtherColumns=false operation= skipInvalid=true people.leaveOut=true people.userMap= allow.sameName=false allow.ldap=false allow.lookAlikes=false groups.existing=update groups.trimNames=false', 'PORTAL', FALSE, '605c6496-3494-3524-bac4-27c00c225cc6', 'Olga Owner', 'FOLDER/run-3', ARRAY ['operation', 'groupId', 'groupName', 'groupManager', 'members'], ARRAY ['operation', 'groupId', 'groupName', 'groupManager', 'members'], 'commas, UTF-8', 'UTF-8', FALSE, ',', NULL, NULL, NULL, 2, 3, 'd573b7dacfde554d6bffff7c1dcb040ba43fe5305e4f07336eb0e9dcd7381490', 1, TRUE, FALSE, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:14.028+00', 9, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:13.23+00', TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:14.942+00', NULL, NULL),
(4, 'UNFINISHED', 'FOLDER/four.csv', '8aded55e3ad77698a727d75c8db9c7522435d20a01194f718fa885e5653506c7', 'reading.charset=UTF-8 reading.delimiter= reading.columns= reading.ignoreOtherColumns=false operation= skipInvalid=false people.leaveOut=false people.userMap= allow.sameName=false allow.ldap=false allow.lookAlikes=false groups.existing=update groups.trimNames=false', 'PORTAL', FALSE, '605c6496-3494-3524-bac4-27c00c225cc6', 'Olga Owner', 'FOLDER/run-4', ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], 'commas, UTF-8', 'UTF-8', FALSE, ',', NULL, NULL, NULL, NULL, NULL, NULL, 3, TRUE, FALSE, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:18.416+00', 8, 'KEY', 'PORTAL does not accept the API key: it is mistyped, expired, switched off, or made for another portal. Make a new one there.', TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:17.577+00', NULL, NULL, NULL);
INSERT INTO "PUBLIC"."RUN" VALUES
(5, 'PLANNED', 'FOLDER/five.csv', '01b0248c72034336954bc83bb482d472fcf6e53cd710f9b08d372727e41dea59', 'reading.charset=UTF-8 reading.delimiter= reading.columns= reading.ignoreOtherColumns=false operation= skipInvalid=false people.leaveOut=false people.userMap= allow.sameName=false allow.ldap=false allow.lookAlikes=false groups.existing=update groups.trimNames=false', 'PORTAL', FALSE, '605c6496-3494-3524-bac4-27c00c225cc6', 'Olga Owner', 'FOLDER/run-5', ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], 'commas, UTF-8', 'UTF-8', FALSE, ',', 'x', NULL, NULL, NULL, NULL, NULL, 1, FALSE, FALSE, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:24.608+00', 9, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:23.946+00', NULL, NULL, NULL),
(6, 'STAGING', 'FOLDER/six.csv', '452c44b1b24320f09a8b72aaed46adcc1dce856772af462710f0e6e686b795c0', 'verify reading.charset=UTF-8 reading.delimiter= reading.columns= reading.ignoreOtherColumns=false operation= skipInvalid=false people.leaveOut=false people.userMap= allow.sameName=false allow.ldap=false allow.lookAlikes=false groups.existing=update groups.trimNames=false', 'PORTAL', FALSE, '605c6496-3494-3524-bac4-27c00c225cc6', 'Olga Owner', 'FOLDER/verified', ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], ARRAY ['operation', 'groupName', 'newGroupName', 'groupManager', 'members'], 'commas, UTF-8', 'UTF-8', FALSE, ',', NULL, NULL, NULL, NULL, NULL, NULL, 1, FALSE, FALSE, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:46.423+00', NULL, NULL, NULL);
CREATE CACHED TABLE "PUBLIC"."PURGED_COUNT"(
    "RUN" BIGINT NOT NULL,
    "STATUS" CHARACTER VARYING(10) NOT NULL,
    "ROW_COUNT" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."PURGED_COUNT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_E" PRIMARY KEY("RUN", "STATUS");
-- 0 +/- SELECT COUNT(*) FROM PUBLIC.PURGED_COUNT;
CREATE CACHED TABLE "PUBLIC"."INPUT_ROW"(
    "ID" BIGINT NOT NULL,
    "LINE" BIGINT NOT NULL,
    "CELLS" CHARACTER VARYING ARRAY NOT NULL,
    "OPERATION" CHARACTER VARYING(100) NOT NULL
);
ALTER TABLE "PUBLIC"."INPUT_ROW" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_B" PRIMARY KEY("ID");
-- 10 +/- SELECT COUNT(*) FROM PUBLIC.INPUT_ROW;
INSERT INTO "PUBLIC"."INPUT_ROW" VALUES
(1099511627778, 2, ARRAY ['create', 'Alpha', '', '', 'ben.okafor@sandbox.example'], 'create'),
(1099511627779, 3, ARRAY ['update', 'Sales', 'Sales EU', '', ''], 'update'),
(1099511627780, 4, ARRAY ['set-members', 'Engineering', '', '', 'frank.moore@sandbox.example;ada.admin@sandbox.example'], 'set-members'),
(2199023255554, 2, ARRAY ['create', 'Beta', '', '', 'ben.okafor@sandbox.example'], 'create'),
(3298534883330, 2, ARRAY ['delete', 'a779c1e8-0d9b-41d8-aa84-c95cbc274afd', 'Beta', '', ''], 'delete'),
(4398046511106, 2, ARRAY ['create', 'Gamma 1', '', '', 'ben.okafor@sandbox.example'], 'create'),
(4398046511107, 3, ARRAY ['create', 'Gamma 2', '', '', 'ben.okafor@sandbox.example'], 'create'),
(4398046511108, 4, ARRAY ['create', 'Gamma 3', '', '', 'ben.okafor@sandbox.example'], 'create'),
(5497558138882, 2, ARRAY ['add-members', 'Support', '', '', 'frank.moore@sandbox.example'], 'add-members'),
(6597069766658, 2, ARRAY ['set-members', 'Sales EU', '', '', 'frank.moore@sandbox.example'], 'set-members');
CREATE CACHED TABLE "PUBLIC"."ROW_PLAN"(
    "ID" BIGINT NOT NULL,
    "GROUP_REF" BIGINT,
    "GROUP_NAME" CHARACTER VARYING,
    "NAME" CHARACTER VARYING,
    "MANAGER" UUID,
    "MEMBERS" UUID ARRAY,
    "LAST_REQUEST" BIGINT,
    "REQUESTS" INTEGER NOT NULL,
    "AFTER_DOUBT" CHARACTER VARYING(30),
    "LEFT_OUT" CHARACTER VARYING ARRAY
);
ALTER TABLE "PUBLIC"."ROW_PLAN" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_3" PRIMARY KEY("ID");
-- 9 +/- SELECT COUNT(*) FROM PUBLIC.ROW_PLAN;
INSERT INTO "PUBLIC"."ROW_PLAN" VALUES
(1099511627778, 8, 'Alpha', 'Alpha', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], 1, 1, NULL, NULL),
(1099511627779, 4, 'Sales', 'Sales EU', NULL, NULL, 2, 1, NULL, NULL),
(1099511627780, 2, 'Engineering', NULL, NULL, ARRAY [UUID '4cb893ac-b539-3332-a664-a85569364a9e', UUID 'f7439148-c1b7-32ff-8e6a-65c36c13f8e5'], 3, 1, NULL, NULL),
(2199023255554, 9, 'Beta', 'Beta', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], 4, 1, NULL, NULL),
(3298534883330, 10, 'Beta', NULL, NULL, NULL, 5, 1, NULL, NULL),
(4398046511106, 11, 'Gamma 1', 'Gamma 1', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], 6, 1, NULL, NULL),
(4398046511107, 12, 'Gamma 2', 'Gamma 2', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], 7, 1, NULL, NULL),
(4398046511108, 13, 'Gamma 3', 'Gamma 3', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], 8, 1, NULL, NULL),
(5497558138882, 14, 'Support', NULL, NULL, ARRAY [UUID '4cb893ac-b539-3332-a664-a85569364a9e'], 9, 1, NULL, NULL);
CREATE INDEX "PUBLIC"."ROW_PLAN_LAST_REQUEST" ON "PUBLIC"."ROW_PLAN"("LAST_REQUEST" NULLS FIRST);
CREATE INDEX "PUBLIC"."ROW_PLAN_GROUP_REF" ON "PUBLIC"."ROW_PLAN"("GROUP_REF" NULLS FIRST);
CREATE CACHED TABLE "PUBLIC"."OUTCOME"(
    "ID" BIGINT NOT NULL,
    "STATUS" CHARACTER VARYING(10) NOT NULL,
    "CODE" CHARACTER VARYING(30),
    "MESSAGE" CHARACTER VARYING,
    "NOT_APPLIED" UUID ARRAY
);
ALTER TABLE "PUBLIC"."OUTCOME" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_E8" PRIMARY KEY("ID");
-- 6 +/- SELECT COUNT(*) FROM PUBLIC.OUTCOME;
INSERT INTO "PUBLIC"."OUTCOME" VALUES
(1099511627778, 'SUCCEEDED', 'CREATED', 'Created: no manager, 1 member.', NULL),
(1099511627779, 'SUCCEEDED', 'UPDATED', 'Now "Sales EU", manager anna.muster@sandbox.example.', NULL),
(1099511627780, 'SUCCEEDED', 'MEMBERS_SET', 'Set: manager david.kim@sandbox.example, 3 members.', NULL),
(2199023255554, 'SUCCEEDED', 'CREATED', 'Created: no manager, 1 member.', NULL),
(3298534883330, 'SUCCEEDED', 'DELETED', 'Deleted.', NULL),
(4398046511106, 'SUCCEEDED', 'CREATED', 'Created: no manager, 1 member.', NULL);
CREATE CACHED TABLE "PUBLIC"."MISTAKE"(
    "RUN" BIGINT NOT NULL,
    "NUMBER" BIGINT NOT NULL,
    "ROW_NUMBER" BIGINT NOT NULL,
    "LINE" BIGINT NOT NULL,
    "HEADING" CHARACTER VARYING,
    "CELL" CHARACTER VARYING,
    "CODE" CHARACTER VARYING(30) NOT NULL,
    "PROBLEM" CHARACTER VARYING NOT NULL,
    "CURE" CHARACTER VARYING NOT NULL
);
ALTER TABLE "PUBLIC"."MISTAKE" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_6" PRIMARY KEY("RUN", "NUMBER");
-- 0 +/- SELECT COUNT(*) FROM PUBLIC.MISTAKE;
CREATE CACHED TABLE "PUBLIC"."PERSON_TO_FIX"(
    "RUN" BIGINT NOT NULL,
    "PERSON_KEY" CHARACTER VARYING NOT NULL,
    "ROW_NUMBER" BIGINT NOT NULL,
    "NAME" CHARACTER VARYING NOT NULL,
    "WHY" CHARACTER VARYING(20) NOT NULL,
    "GROUP_NAME" CHARACTER VARYING NOT NULL
);
ALTER TABLE "PUBLIC"."PERSON_TO_FIX" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_1D" PRIMARY KEY("RUN", "PERSON_KEY", "ROW_NUMBER");
-- 0 +/- SELECT COUNT(*) FROM PUBLIC.PERSON_TO_FIX;
CREATE CACHED TABLE "PUBLIC"."USER_MAP"(
    "SHA256" CHARACTER(64) NOT NULL,
    "NAME" CHARACTER VARYING NOT NULL,
    "PERSON" CHARACTER VARYING NOT NULL
);
ALTER TABLE "PUBLIC"."USER_MAP" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_1E" PRIMARY KEY("SHA256", "NAME");
-- 0 +/- SELECT COUNT(*) FROM PUBLIC.USER_MAP;
CREATE CACHED TABLE "PUBLIC"."PERSON"(
    "RUN" BIGINT NOT NULL,
    "ID" UUID NOT NULL,
    "EMAIL" CHARACTER VARYING NOT NULL,
    "NAME" CHARACTER VARYING NOT NULL,
    "KIND" CHARACTER VARYING(10) NOT NULL,
    "STATUS" CHARACTER VARYING(10) NOT NULL
);
ALTER TABLE "PUBLIC"."PERSON" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_8" PRIMARY KEY("RUN", "ID");
-- 320 +/- SELECT COUNT(*) FROM PUBLIC.PERSON;
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID 'f7439148-c1b7-32ff-8e6a-65c36c13f8e5', 'ada.admin@sandbox.example', 'Ada Admin', 'USER', 'ACTIVE'),
(1, UUID 'ba954aca-56e9-38fd-8da2-83050b58760a', 'aegir.bjornsdottir@sandbox.example', 'aegir.bjornsdottir@sandbox.example', 'USER', 'INVITED'),
(1, UUID '924e8973-7c26-323e-80df-e92d9a7cdff6', 'aegir.dangelo@sandbox.example', 'aegir.dangelo@sandbox.example', 'USER', 'INVITED'),
(1, UUID '46220db7-259f-3d49-a9d5-4055afe6db6b', 'aegir.kowalski@sandbox.example', U&'\00c6gir Kowalski', 'USER', 'ACTIVE'),
(1, UUID '1504b066-a3e8-32d6-9742-33a67a412e1b', 'aegir.nakamura@sandbox.example', U&'\00c6gir Nakamura', 'USER', 'ACTIVE'),
(1, UUID '77a4127b-5ed6-3a73-a4ab-78732ca4c8e0', 'aegir.nunez2@sandbox.example', U&'\00c6gir N\00fa\00f1ez', 'USER', 'ACTIVE'),
(1, UUID 'bb8d420e-6771-3b1e-8b52-7f4fc915acfd', 'aegir.nunez@sandbox.example', U&'\00c6gir N\00fa\00f1ez', 'USER', 'ACTIVE'),
(1, UUID '064070d7-b370-3775-a12d-eb30b1653c06', 'aegir.pappas@sandbox.example', U&'\00c6gir \03a0\03b1\03c0\03c0\03ac\03c2', 'USER', 'ACTIVE'),
(1, UUID 'e023847b-5083-3005-a060-df9ba749904d', 'aegir.schaefer@sandbox.example', U&'\00c6gir Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID 'fb7a954f-cc85-3772-905f-9a09a9cc8516', 'amara.costa@sandbox.example', 'Amara Costa', 'USER', 'ACTIVE'),
(1, UUID '50bba5c3-8579-3173-b726-71aca476e33c', 'amara.goncalves@sandbox.example', U&'Amara Gon\00e7alves', 'USER', 'ACTIVE'),
(1, UUID 'c40d5068-ce93-3c99-a867-0c64cf2abec9', 'amara.larsson@sandbox.example', 'Amara Larsson', 'USER', 'ACTIVE'),
(1, UUID '987ebeb4-a58b-385a-98a8-ec9416478b2a', 'amara.lukasiewicz@sandbox.example', U&'Amara \0141ukasiewicz', 'USER', 'ACTIVE'),
(1, UUID '15f8de9d-195e-3eb8-a6ef-61a6e86ccd88', 'amara.moreau@sandbox.example', 'Amara Moreau', 'USER', 'ACTIVE'),
(1, UUID 'd6e77140-5152-3c10-9faf-ae35f6c650bd', 'anais.dlamini@sandbox.example', U&'Ana\00efs Dlamini', 'USER', 'ACTIVE'),
(1, UUID 'c2575d65-c31e-35e5-85d3-5470ecb39dd9', 'anais.nguyen@sandbox.example', U&'Ana\00efs Nguy\1ec5n', 'GUEST', 'ACTIVE'),
(1, UUID '656378a1-7947-39ce-b2f9-6c7bb31e5714', 'anais.oconnor@sandbox.example', U&'Ana\00efs O''Connor', 'USER', 'ACTIVE'),
(1, UUID '521903ca-3710-34d7-b0a6-d264c971f7d7', 'anais.sharma@sandbox.example', U&'Ana\00efs Sharma', 'USER', 'ACTIVE'),
(1, UUID 'a9724f5c-b56d-316f-acb6-92aea919b06a', 'anais.silva@sandbox.example', U&'Ana\00efs Silva', 'USER', 'ACTIVE'),
(1, UUID '28f51935-1453-396e-84ef-6dbc6d82bf03', 'anais.wang@sandbox.example', U&'Ana\00efs \738b', 'USER', 'ACTIVE'),
(1, UUID 'b8c7fec2-4674-39ca-b8ea-fd970a9d9393', 'anna.muster@sandbox.example', 'Anna Muster', 'USER', 'ACTIVE'),
(1, UUID '5d9734c3-06a2-308e-9123-526a849818c4', 'ben.okafor@sandbox.example', 'Ben Okafor', 'USER', 'ACTIVE'),
(1, UUID 'a6e54d94-5c54-3ff7-b5ed-309cecb3da43', 'bjoerk.bjornsdottir@sandbox.example', U&'Bj\00f8rk Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID '13520a3a-1d76-382e-9dfe-d0f4e3f3f8c0', 'bjoerk.brown@sandbox.example', U&'Bj\00f8rk Brown', 'GUEST', 'ACTIVE'),
(1, UUID '7bca3840-c483-3610-9c53-b7e36c1b3a4b', 'bjoerk.dangelo@sandbox.example', U&'Bj\00f8rk D''Angelo', 'USER', 'ACTIVE'),
(1, UUID 'd6003a98-78af-325e-8fb0-4a7dc69e9768', 'bjoerk.garcia2@sandbox.example', U&'Bj\00f8rk Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID '3149b95e-fbfb-3fa6-9e19-a6d7a3dde5e3', 'bjoerk.garcia@sandbox.example', U&'Bj\00f8rk Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID '01c694eb-8200-3cfd-b03b-e91b994e2476', 'bjoerk.haddad@sandbox.example', U&'Bj\00f8rk Haddad', 'USER', 'ACTIVE'),
(1, UUID 'f2fc58ac-7ff2-3835-bccf-e74225c7c9f4', 'bjoerk.kowalski@sandbox.example', U&'Bj\00f8rk Kowalski', 'USER', 'ACTIVE'),
(1, UUID 'd2f836e7-a261-37dc-b233-d7c45833635d', 'bjoerk.levi@sandbox.example', 'bjoerk.levi@sandbox.example', 'USER', 'INVITED'),
(1, UUID 'f3e2987a-c296-386d-957f-67e55b6348ed', 'bjoerk.moreau@sandbox.example', U&'Bj\00f8rk Moreau', 'USER', 'DISABLED'),
(1, UUID '1380f477-d842-36d9-9841-21105b2f381d', 'bjoerk.nguyen@sandbox.example', U&'Bj\00f8rk Nguy\1ec5n', 'USER', 'DISABLED'),
(1, UUID 'd3bbca36-145e-3535-81f5-acfe2b38dda4', 'bjoerk.okonkwo@sandbox.example', U&'Bj\00f8rk Okonkwo', 'USER', 'ACTIVE');
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID 'b198e568-9ef4-3dd9-b870-491e426669d5', 'bjoerk.simkova@sandbox.example', U&'Bj\00f8rk \0160imkov\00e1', 'USER', 'ACTIVE'),
(1, UUID 'e6a5af22-765a-3555-850e-c81d8d787f16', 'cagla.baker@sandbox.example', U&'\00c7a\011fla Baker', 'USER', 'ACTIVE'),
(1, UUID 'a95028ab-284a-3c32-aba4-1dc59dee2a24', 'cagla.berzins@sandbox.example', U&'\00c7a\011fla B\0113rzi\0146\0161', 'USER', 'DISABLED'),
(1, UUID '06650f6a-9395-38cb-ac18-c3feb22191f9', 'cagla.brown@sandbox.example', U&'\00c7a\011fla Brown', 'GUEST', 'ACTIVE'),
(1, UUID '1ceaa5ab-063b-34e5-8285-79b63d026ad0', 'cagla.pappas@sandbox.example', U&'\00c7a\011fla \03a0\03b1\03c0\03c0\03ac\03c2', 'USER', 'ACTIVE'),
(1, UUID '57cd26d2-11df-3466-aa9f-cf7c87cb9b97', 'cagla.sharma@sandbox.example', U&'\00c7a\011fla Sharma', 'USER', 'ACTIVE'),
(1, UUID '88094b2b-656a-37ca-85c5-41d90312e9ce', 'carla.rossi@sandbox.example', 'Carla Rossi', 'USER', 'ACTIVE'),
(1, UUID '52ac4201-4d7c-3120-b9c8-2c8de023f978', 'chiara.angstrom@sandbox.example', U&'Chiara \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID 'cedb679d-ce8e-3031-a100-2d3a8432bb85', 'chiara.baker@sandbox.example', 'Chiara Baker', 'USER', 'ACTIVE'),
(1, UUID '0272ae08-063a-3310-8777-d3ae265e6839', 'chiara.dangelo@sandbox.example', 'Chiara D''Angelo', 'USER', 'ACTIVE'),
(1, UUID 'c1d70635-37a2-38cd-a892-a126411f03d5', 'chiara.hansen@sandbox.example', 'Chiara Hansen', 'USER', 'ACTIVE'),
(1, UUID '858315af-6d0c-36e9-9e6b-d9a4ff00228b', 'chiara.nunez@sandbox.example', U&'Chiara N\00fa\00f1ez', 'USER', 'ACTIVE'),
(1, UUID '22fa0b6c-2be2-3355-b76d-c745dfc2535b', 'chiara.oestergaard@sandbox.example', U&'Chiara \00d8sterg\00e5rd', 'USER', 'ACTIVE'),
(1, UUID '932cde51-2659-3e43-8fdf-951e2c38cd90', 'chiara.okonkwo@sandbox.example', 'Chiara Okonkwo', 'USER', 'ACTIVE'),
(1, UUID 'f9cea6e7-11a8-3f75-b329-42542ec21daf', 'chiara.weiss@sandbox.example', U&'Chiara Wei\00df', 'USER', 'ACTIVE'),
(1, UUID 'e98ab26b-2e54-324a-bd45-ef8b8285be2f', 'david.kim@sandbox.example', 'David Kim', 'USER', 'ACTIVE'),
(1, UUID '06cb8f8a-1ca9-3422-a2c6-82e9b83d8b6c', 'dmitri.bjornsdottir@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID '66ad5926-b899-31af-a324-a9640368a6d0', 'dmitri.brown@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 Brown', 'USER', 'ACTIVE'),
(1, UUID '61a50212-9388-387d-92d5-6d8625e52707', 'dmitri.garcia@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID '11c337d2-eaea-31f0-8842-faf322624bf1', 'dmitri.goncalves@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 Gon\00e7alves', 'USER', 'ACTIVE'),
(1, UUID '86626833-5b7a-303e-b2ea-63b2e52acd34', 'dmitri.kowalski@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 Kowalski', 'USER', 'ACTIVE'),
(1, UUID '9fee11dd-6357-334d-b06a-a41c6f380e00', 'dmitri.sharma@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 Sharma', 'USER', 'ACTIVE'),
(1, UUID '851010f7-f5a6-3d0e-9dad-20a49203c7f9', 'dmitri.simkova2@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 \0160imkov\00e1', 'USER', 'ACTIVE'),
(1, UUID '21e85f7c-2ea0-37ab-aa27-32b8ec48705a', 'dmitri.simkova@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 \0160imkov\00e1', 'USER', 'ACTIVE'),
(1, UUID '0ce1b0d8-44a4-3a7a-9c03-99b5317e93d1', 'dmitri.smith-jones@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 Smith-Jones', 'USER', 'ACTIVE'),
(1, UUID '7a204a35-ee23-368a-8216-b822c0ff381c', 'dmitri.weiss@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 Wei\00df', 'USER', 'ACTIVE'),
(1, UUID '53e93e6d-e29e-3130-8801-6801279458a8', 'dmitri.yildiz@sandbox.example', U&'\0414\043c\0438\0442\0440\0438\0439 Y\0131ld\0131z', 'USER', 'ACTIVE'),
(1, UUID '3123635c-67ef-3ffb-8781-b48469ee6293', 'dora.disabled@sandbox.example', 'Dora Disabled', 'USER', 'DISABLED'),
(1, UUID '3842fac1-2d04-3f9e-8415-c4fb745d47f0', 'elif.yilmaz@sandbox.example', 'Elif Yilmaz', 'USER', 'ACTIVE'),
(1, UUID '155ad8de-82f8-39a7-848d-2236fe7569ad', 'fatima.angstrom@sandbox.example', U&'Fatima \00c5ngstr\00f6m', 'USER', 'ACTIVE');
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID '7194df73-a88d-34c3-ad4e-ebccfd4a0208', 'fatima.garcia@sandbox.example', U&'Fatima Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID 'a516e49e-f9de-3172-95b7-2eeeebb60e67', 'fatima.lukasiewicz@sandbox.example', U&'Fatima \0141ukasiewicz', 'USER', 'ACTIVE'),
(1, UUID '4d2a6e59-8710-3394-a835-8c5cb48a452c', 'fatima.mueller@sandbox.example', U&'Fatima M\00fcller', 'USER', 'ACTIVE'),
(1, UUID '33f21023-2305-3e84-9d47-141f865abb14', 'fatima.nguyen@sandbox.example', U&'Fatima Nguy\1ec5n', 'USER', 'ACTIVE'),
(1, UUID '2006367f-9338-3a9b-a54e-f9a3490e5a9a', 'fatima.okonkwo2@sandbox.example', 'Fatima Okonkwo', 'USER', 'ACTIVE'),
(1, UUID 'cf6cfba8-a182-3135-812a-5938ccc6fffc', 'fatima.okonkwo@sandbox.example', 'Fatima Okonkwo', 'USER', 'ACTIVE'),
(1, UUID 'e98da55a-29d8-3c75-8bd2-92308c5cba34', 'fatima.petrov@sandbox.example', 'Fatima Petrov', 'USER', 'ACTIVE'),
(1, UUID '714b4619-a5bb-342b-be30-894b35693f73', 'fatima.smith-jones@sandbox.example', 'Fatima Smith-Jones', 'USER', 'ACTIVE'),
(1, UUID 'b68a5327-9e1f-3b1c-abcf-4b3cae8dac77', 'francois.moreau@sandbox.example', U&'Fran\00e7ois Moreau', 'USER', 'ACTIVE'),
(1, UUID 'aac9dc4a-c4ab-3cfa-96a8-536ccf032fd2', 'francois.yildiz@sandbox.example', U&'Fran\00e7ois Y\0131ld\0131z', 'USER', 'ACTIVE'),
(1, UUID '4cb893ac-b539-3332-a664-a85569364a9e', 'frank.moore@sandbox.example', 'Frank Moore', 'USER', 'ACTIVE'),
(1, UUID 'b4cdeaa9-ca9a-356f-896e-d16b3ad2b949', 'gina.guest@sandbox.example', 'Gina Guest', 'GUEST', 'ACTIVE'),
(1, UUID 'c9091f4f-9779-39a3-8cc6-e9448fccb741', 'goeran.angstrom@sandbox.example', U&'G\00f6ran \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID 'caa828d9-11c0-3310-8c68-2f57353d4ddc', 'goeran.garcia@sandbox.example', U&'G\00f6ran Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID '417e9ce6-3810-3596-9a5c-4fe0f17d4e29', 'goeran.oconnor@sandbox.example', U&'G\00f6ran O''Connor', 'USER', 'ACTIVE'),
(1, UUID '6a840e3d-69b0-34f3-a3d4-24602bc029fc', 'goeran.petrov@sandbox.example', U&'G\00f6ran Petrov', 'USER', 'ACTIVE'),
(1, UUID '7574cf00-af91-3297-898a-63cee3a3eb29', 'goeran.schaefer2@sandbox.example', U&'G\00f6ran Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID '01efb53c-12ad-31f8-bcf2-69ece7b3cfb9', 'goeran.schaefer@sandbox.example', U&'G\00f6ran Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID 'faaadd11-f3fa-35a2-b737-66f147266ae7', 'haakon.angstrom@sandbox.example', U&'H\00e5kon \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID '6de37d84-81c9-361b-b732-1cd68623973c', 'haakon.brown@sandbox.example', U&'H\00e5kon Brown', 'USER', 'ACTIVE'),
(1, UUID '243fbb7a-0ad4-3c78-a463-30890f26c800', 'haakon.dlamini@sandbox.example', U&'H\00e5kon Dlamini', 'USER', 'ACTIVE'),
(1, UUID '3838b103-9308-3d69-8324-98512e68457b', 'haakon.goncalves@sandbox.example', U&'H\00e5kon Gon\00e7alves', 'USER', 'ACTIVE'),
(1, UUID '4c7df3f8-a15e-3348-a015-0881a56afe94', 'haakon.larsson@sandbox.example', U&'H\00e5kon Larsson', 'USER', 'ACTIVE'),
(1, UUID 'e14979b1-adfd-3bbf-8c49-0e25c1d549b0', 'haakon.lukasiewicz@sandbox.example', U&'H\00e5kon \0141ukasiewicz', 'USER', 'ACTIVE'),
(1, UUID '0141a15b-916d-37a6-b9bf-2a4b741806f4', 'haakon.simkova@sandbox.example', U&'H\00e5kon \0160imkov\00e1', 'USER', 'ACTIVE'),
(1, UUID 'f2971c36-3fd9-369e-b143-dd411d4668ce', 'haakon.smith-jones@sandbox.example', U&'H\00e5kon Smith-Jones', 'USER', 'ACTIVE'),
(1, UUID '4670fa4a-2eb7-369c-8cf9-a184be6fa375', 'ilse.lefevre@sandbox.example', U&'Ilse Lef\00e8vre', 'GUEST', 'ACTIVE'),
(1, UUID '7e1ce2f3-7bfa-3bed-bdc6-c5b5be2ec6aa', 'ilse.nguyen@sandbox.example', U&'Ilse Nguy\1ec5n', 'GUEST', 'ACTIVE'),
(1, UUID '0f37db1f-16d4-3566-8f8b-5a07b03abaa4', 'ilse.oconnor@sandbox.example', 'Ilse O''Connor', 'GUEST', 'ACTIVE'),
(1, UUID '675fad39-559a-37c5-9964-94ece61a1a3e', 'ilse.schaefer@sandbox.example', U&'Ilse Sch\00e4fer', 'USER', 'DISABLED'),
(1, UUID '08887d8f-9261-3a4a-ac65-8846b9ade407', 'ilse.suzuki@sandbox.example', U&'Ilse \9234\6728', 'USER', 'ACTIVE'),
(1, UUID '9ff5e96a-7fb6-387a-a912-612d95a10c59', 'ilse.toth2@sandbox.example', U&'Ilse T\00f3th', 'USER', 'ACTIVE'),
(1, UUID 'd8901a0d-b5a3-39a8-af4a-5c039bcf638f', 'ilse.toth@sandbox.example', U&'Ilse T\00f3th', 'USER', 'ACTIVE');
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID '01cb0c8c-df12-3d50-aa6a-b3736d6a2c03', 'ilse.wang@sandbox.example', U&'Ilse \738b', 'USER', 'ACTIVE'),
(1, UUID 'e8c2465e-f2b3-3cf6-8afd-f78159e3604e', 'ines.angstrom@sandbox.example', U&'Ines \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID '91f738d5-1a6b-3d66-9787-c17fd432062a', 'ines.brown@sandbox.example', 'ines.brown@sandbox.example', 'USER', 'INVITED'),
(1, UUID '88dd3b04-9f4f-345e-a696-51754533e942', 'ines.goncalves@sandbox.example', U&'Ines Gon\00e7alves', 'USER', 'ACTIVE'),
(1, UUID 'd4fc597d-283b-3d7b-bcd7-c0044d8319c6', 'ines.lefevre@sandbox.example', U&'Ines Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID '1da4ff11-b6c4-3b15-9fbd-48ac64229bd0', 'ines.lukasiewicz@sandbox.example', U&'Ines \0141ukasiewicz', 'USER', 'ACTIVE'),
(1, UUID '8f210957-c78a-3e18-b912-4c4ee1264850', 'ines.nakamura@sandbox.example', 'Ines Nakamura', 'USER', 'ACTIVE'),
(1, UUID '4601a518-d349-3280-9d79-2a3bbe16a2d2', 'ines.okonkwo@sandbox.example', 'Ines Okonkwo', 'USER', 'ACTIVE'),
(1, UUID '5881a1a2-c06d-3e03-b648-54944d9bfdfc', 'ines.pappas@sandbox.example', U&'Ines \03a0\03b1\03c0\03c0\03ac\03c2', 'USER', 'ACTIVE'),
(1, UUID '7326403b-8286-3830-969e-2a75ffcfba98', 'ines.schaefer@sandbox.example', U&'Ines Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID '3ac9c4a7-6d31-3f8e-9dd9-d73bdfe6a660', 'ines.smith-jones@sandbox.example', 'Ines Smith-Jones', 'GUEST', 'ACTIVE'),
(1, UUID 'aaf92fb2-6651-3117-ac94-ef3b0b306497', 'ines.suzuki@sandbox.example', U&'Ines \9234\6728', 'USER', 'ACTIVE'),
(1, UUID '892a3810-ec7c-3cc6-b8dc-62eca6db8eb4', 'ines.yildiz@sandbox.example', 'ines.yildiz@sandbox.example', 'USER', 'INVITED'),
(1, UUID '898dbe18-445b-3a63-90ef-3f91b5d2b72e', 'inigo.garcia@sandbox.example', U&'I\00f1igo Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID '7b94f5ed-265c-39fc-a449-0cec0b222d28', 'inigo.ivanov@sandbox.example', U&'I\00f1igo \0418\0432\0430\043d\043e\0432', 'USER', 'ACTIVE'),
(1, UUID 'bc299921-35a5-361f-8638-a1772428ef03', 'inigo.larsson@sandbox.example', U&'I\00f1igo Larsson', 'USER', 'ACTIVE'),
(1, UUID '63e17b4e-42f5-37d3-afa4-45d67ec7d4c8', 'inigo.lefevre@sandbox.example', U&'I\00f1igo Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID '5ae7ec69-77b9-3536-9cdc-f93a96628c8f', 'inigo.moreau@sandbox.example', U&'I\00f1igo Moreau', 'USER', 'ACTIVE'),
(1, UUID '0a47e647-795b-327e-a332-fbf3a0b1757c', 'inigo.nunez@sandbox.example', U&'I\00f1igo N\00fa\00f1ez', 'USER', 'ACTIVE'),
(1, UUID 'ba16c1f6-1e29-376e-b2d9-7d76e286a409', 'ivan.invited@sandbox.example', 'Ivan Invited', 'USER', 'INVITED'),
(1, UUID '045dac69-9ae4-3cc1-b9b2-aa64748dea48', 'jiri.garcia@sandbox.example', U&'Ji\0159\00ed Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID '93b58c6f-d987-34ea-9753-874a8f89fd83', 'jiri.ivanov@sandbox.example', U&'Ji\0159\00ed \0418\0432\0430\043d\043e\0432', 'USER', 'ACTIVE'),
(1, UUID 'f0ce7133-6192-36fe-a059-f2d9a6496a77', 'jiri.ndiaye@sandbox.example', U&'Ji\0159\00ed N''Diaye', 'USER', 'ACTIVE'),
(1, UUID '95735579-bff1-3bf1-8df4-60a6f7ea4ea3', 'jiri.wang@sandbox.example', U&'Ji\0159\00ed \738b', 'USER', 'ACTIVE'),
(1, UUID '74325bf1-0303-3fe5-bf1f-10e6f01925b8', 'john.berzins@sandbox.example', U&'John B\0113rzi\0146\0161', 'USER', 'ACTIVE'),
(1, UUID '823327f9-f785-3c4d-a539-81ca80c4577e', 'john.brown2@sandbox.example', 'John Brown', 'USER', 'ACTIVE'),
(1, UUID 'b959cffc-4a70-3fcd-949b-93abd9570590', 'john.brown@sandbox.example', 'John Brown', 'USER', 'ACTIVE'),
(1, UUID '5439b4c8-f3f2-33b5-a6e9-71ddaf2576de', 'john.lefevre@sandbox.example', U&'John Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID '4273d69e-21ff-3400-a01a-a442634ab54f', 'john.oestergaard@sandbox.example', U&'John \00d8sterg\00e5rd', 'USER', 'ACTIVE'),
(1, UUID '0b3e42b1-58ce-3210-8f14-afc3247621f7', 'john.sharma2@sandbox.example', 'John Sharma', 'USER', 'ACTIVE'),
(1, UUID '63eb008d-ebe6-3dfb-89bf-4fa5a57c6d35', 'john.sharma@sandbox.example', 'John Sharma', 'USER', 'ACTIVE'),
(1, UUID 'ed9ba76b-72f9-37e4-91ed-3c3467a579fc', 'john.toth@sandbox.example', 'john.toth@sandbox.example', 'USER', 'INVITED'),
(1, UUID '1ebff20a-26aa-3684-9eab-3e6a82a45e33', 'john.wang@sandbox.example', U&'John \738b', 'USER', 'ACTIVE');
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID '3a376c87-1226-3c4d-ae66-6fa209778c2a', 'juergen.larsson@sandbox.example', U&'J\00fcrgen Larsson', 'USER', 'ACTIVE'),
(1, UUID 'b47c2e3d-4b43-3b40-98cc-84f430b2eb49', 'juergen.mueller@sandbox.example', U&'J\00fcrgen M\00fcller', 'GUEST', 'ACTIVE'),
(1, UUID 'dc407664-71a3-320b-9f34-3732d3e86a3c', 'juergen.nakamura@sandbox.example', U&'J\00fcrgen Nakamura', 'USER', 'ACTIVE'),
(1, UUID 'a02633d0-50fe-32ab-9b3e-28801a232955', 'juergen.sharma@sandbox.example', U&'J\00fcrgen Sharma', 'USER', 'ACTIVE'),
(1, UUID '2114d18e-89cc-3ceb-a770-e1272d2f9cd2', 'juergen.suzuki@sandbox.example', U&'J\00fcrgen \9234\6728', 'USER', 'ACTIVE'),
(1, UUID '3f3845cc-8eef-3689-83c5-9cc646b4876e', 'juergen.weiss@sandbox.example', U&'J\00fcrgen Wei\00df', 'USER', 'ACTIVE'),
(1, UUID '6310e644-d9e7-3394-8a16-393140fea625', 'kwame.bjornsdottir@sandbox.example', U&'Kwame Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID '9c746564-ea1f-39ed-bb92-7530b662416a', 'kwame.dangelo@sandbox.example', 'Kwame D''Angelo', 'USER', 'ACTIVE'),
(1, UUID '40c5179a-be66-34b6-a30c-cb79752b2811', 'kwame.hansen@sandbox.example', 'Kwame Hansen', 'USER', 'ACTIVE'),
(1, UUID '3581bec6-a5bd-380a-89c8-d9d2a17d4abd', 'kwame.kowalski@sandbox.example', 'Kwame Kowalski', 'USER', 'ACTIVE'),
(1, UUID 'bb456fd4-434d-3220-a0ad-e1ec5749024b', 'kwame.nunez@sandbox.example', U&'Kwame N\00fa\00f1ez', 'USER', 'ACTIVE'),
(1, UUID '4463c29c-4c63-3762-acba-8ee882dddce4', 'kwame.silva@sandbox.example', 'Kwame Silva', 'USER', 'ACTIVE'),
(1, UUID '48eb6443-1fd6-3e69-a822-16a2f040426e', 'lena.angstrom@sandbox.example', U&'Lena \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID 'ab842e47-767a-3889-8f45-e877695120d2', 'lena.garcia2@sandbox.example', U&'Lena Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID '4da3f541-383a-3fe8-9e70-ca171f7bf867', 'lena.garcia@sandbox.example', U&'Lena Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID '40a2eb1f-ebce-311d-bca0-5a1aeaf4c8d4', 'lena.goncalves@sandbox.example', U&'Lena Gon\00e7alves', 'USER', 'ACTIVE'),
(1, UUID 'c7027c05-48b0-3243-a769-da4611f896b7', 'lena.levi@sandbox.example', 'Lena Levi', 'USER', 'DISABLED'),
(1, UUID 'bb8b7325-ca7b-3531-861a-05a91daba7ad', 'lukasz.bjornsdottir@sandbox.example', U&'\0141ukasz Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID 'e3716994-bd9b-3e42-9b83-382ae569816f', 'lukasz.costa@sandbox.example', U&'\0141ukasz Costa', 'USER', 'ACTIVE'),
(1, UUID '3a8bbd00-bb8a-3cb5-aa33-ac351747083b', 'lukasz.petrov@sandbox.example', U&'\0141ukasz Petrov', 'USER', 'ACTIVE'),
(1, UUID 'db027fde-35a1-3ed4-a24f-2a83a6747653', 'lukasz.wang2@sandbox.example', U&'\0141ukasz \738b', 'USER', 'ACTIVE'),
(1, UUID '03113ea4-7bf5-3075-80ce-05c8b399d2a4', 'lukasz.wang@sandbox.example', U&'\0141ukasz \738b', 'USER', 'ACTIVE'),
(1, UUID 'a423a553-cc29-3a3c-a92a-a0731bf835bb', 'maria.baker@sandbox.example', U&'\039c\03b1\03c1\03af\03b1 Baker', 'USER', 'ACTIVE'),
(1, UUID 'a41b98dd-6874-3ccc-b251-860998ca56d6', 'maria.lukasiewicz@sandbox.example', U&'\039c\03b1\03c1\03af\03b1 \0141ukasiewicz', 'USER', 'ACTIVE'),
(1, UUID 'bf402baf-5ce8-3e10-af6a-0a2347365459', 'maria.nakamura@sandbox.example', U&'\039c\03b1\03c1\03af\03b1 Nakamura', 'USER', 'ACTIVE'),
(1, UUID '2b2c80b9-4128-3bc5-a67c-36914cda5e09', 'maria.oestergaard@sandbox.example', U&'\039c\03b1\03c1\03af\03b1 \00d8sterg\00e5rd', 'USER', 'ACTIVE'),
(1, UUID 'fe59be96-3fd3-3dfc-8342-f4fe7e05ad0c', 'maria.pappas@sandbox.example', U&'\039c\03b1\03c1\03af\03b1 \03a0\03b1\03c0\03c0\03ac\03c2', 'USER', 'ACTIVE'),
(1, UUID '0a14dd0f-1a23-3a39-a36d-467a92e1ffeb', 'maria.petrov@sandbox.example', U&'\039c\03b1\03c1\03af\03b1 Petrov', 'USER', 'ACTIVE'),
(1, UUID 'b00936a1-e0ed-37b5-86ab-0ac367ee9cb4', 'mary-jane.kowalski2@sandbox.example', 'Mary-Jane Kowalski', 'USER', 'ACTIVE'),
(1, UUID '737a6330-572e-3b67-b6d0-88b949a610ac', 'mary-jane.kowalski@sandbox.example', 'Mary-Jane Kowalski', 'GUEST', 'ACTIVE'),
(1, UUID '31d51813-0a07-3c0d-a41f-41570547a835', 'mary-jane.lefevre@sandbox.example', U&'Mary-Jane Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID '65805f04-e49c-3a6a-aca7-9b66e4e58cc0', 'mary-jane.moreau@sandbox.example', 'Mary-Jane Moreau', 'USER', 'ACTIVE');
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID 'e3090c88-86c4-371c-8c16-145f24e687c1', 'mary-jane.mueller@sandbox.example', U&'Mary-Jane M\00fcller', 'USER', 'ACTIVE'),
(1, UUID '0f879968-1069-3743-9b35-e16736fda3c6', 'mary-jane.nakamura@sandbox.example', 'Mary-Jane Nakamura', 'USER', 'ACTIVE'),
(1, UUID '71fdad4a-ec89-3472-b385-0e1f58ec407f', 'mary-jane.pappas@sandbox.example', U&'Mary-Jane \03a0\03b1\03c0\03c0\03ac\03c2', 'USER', 'ACTIVE'),
(1, UUID '2911cf5d-6e35-313d-aa72-db53a7b9e1c2', 'mary-jane.schaefer@sandbox.example', U&'Mary-Jane Sch\00e4fer', 'GUEST', 'ACTIVE'),
(1, UUID 'ff5e47b0-eaea-3eff-88e0-8058478195e8', 'mary-jane.sharma@sandbox.example', 'Mary-Jane Sharma', 'USER', 'ACTIVE'),
(1, UUID '9b55fa99-4957-315d-882e-cb6e5836fbd4', 'mary-jane.weiss@sandbox.example', U&'Mary-Jane Wei\00df', 'USER', 'DISABLED'),
(1, UUID '29c65973-a56d-323f-b8bf-d6f1d766f5e0', 'mary-jane.yildiz@sandbox.example', U&'Mary-Jane Y\0131ld\0131z', 'USER', 'ACTIVE'),
(1, UUID '0bd3ceca-20a3-338c-bda7-8df8369e88eb', 'mei.dangelo@sandbox.example', 'Mei D''Angelo', 'USER', 'ACTIVE'),
(1, UUID 'f8db2d2d-9713-34b7-a138-852311d32807', 'mei.lukasiewicz@sandbox.example', U&'Mei \0141ukasiewicz', 'USER', 'ACTIVE'),
(1, UUID 'c17afd49-7bd2-354b-b55f-f219036d117a', 'mei.nguyen@sandbox.example', U&'Mei Nguy\1ec5n', 'USER', 'ACTIVE'),
(1, UUID '474e22b1-6573-350f-b966-42aa371d49e5', 'mei.petrov@sandbox.example', 'Mei Petrov', 'GUEST', 'ACTIVE'),
(1, UUID '245e7756-b33c-312a-9012-d70413bf9cde', 'mei.schaefer2@sandbox.example', U&'Mei Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID 'c7eed80b-4a88-3dbd-9ede-e3346f7a2a2c', 'mei.schaefer@sandbox.example', U&'Mei Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID '31cc3215-384c-3759-ad4d-5ab1443d876a', 'mei.silva@sandbox.example', 'Mei Silva', 'USER', 'ACTIVE'),
(1, UUID '63d1f761-ce06-36b4-840c-ef186182c82d', 'mei.toth@sandbox.example', U&'Mei T\00f3th', 'GUEST', 'ACTIVE'),
(1, UUID 'b7726d2a-2024-397a-ae1e-bea5fceecf71', 'noa.bjornsdottir@sandbox.example', U&'Noa Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID 'eaeb275b-2edc-3aa2-88c8-c26add735e8a', 'noa.costa@sandbox.example', 'Noa Costa', 'USER', 'ACTIVE'),
(1, UUID '61d6ad93-07e6-32ce-a55b-7a33f150a5b2', 'noa.dangelo@sandbox.example', 'Noa D''Angelo', 'USER', 'ACTIVE'),
(1, UUID '4a453bd9-cb8a-3a89-b4e9-3b2d53ed168e', 'noa.dubois@sandbox.example', 'Noa Dubois', 'USER', 'ACTIVE'),
(1, UUID '68dcba4a-3616-302d-b82d-640f6725cbab', 'noa.ndiaye@sandbox.example', 'Noa N''Diaye', 'USER', 'ACTIVE'),
(1, UUID '2185ca48-0516-3f4f-8612-f1ec2c427914', 'noa.nunez@sandbox.example', U&'Noa N\00fa\00f1ez', 'USER', 'ACTIVE'),
(1, UUID '4532bd5e-6435-3d8c-a636-6d0bacad0533', 'noa.oconnor@sandbox.example', 'Noa O''Connor', 'USER', 'ACTIVE'),
(1, UUID '56595499-74b5-3f45-9a49-8101b9d43bf7', 'noa.toth@sandbox.example', U&'Noa T\00f3th', 'USER', 'ACTIVE'),
(1, UUID 'b93a8f98-ee05-3ad6-a685-9d5aef5a8cfc', 'noa.wang@sandbox.example', U&'Noa \738b', 'USER', 'ACTIVE'),
(1, UUID 'ff1deb39-5f04-30bd-b97b-a0a3facdf798', 'noa.yildiz@sandbox.example', U&'Noa Y\0131ld\0131z', 'USER', 'ACTIVE'),
(1, UUID '3ba4d0db-5e15-3a18-8b21-376a3bcf3c9c', 'olga.costa@sandbox.example', U&'\041e\043b\044c\0433\0430 Costa', 'USER', 'ACTIVE'),
(1, UUID '3dd68b39-4961-33f7-a29c-475be4d8b4e5', 'olga.dlamini@sandbox.example', U&'\041e\043b\044c\0433\0430 Dlamini', 'USER', 'ACTIVE'),
(1, UUID '9012dbef-6fa8-30c3-a2b4-f2395cf81eba', 'olga.garcia@sandbox.example', U&'\041e\043b\044c\0433\0430 Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID 'd51f959b-f8f9-3c9a-8bdd-1b08d9bbd047', 'olga.ivanov@sandbox.example', 'olga.ivanov@sandbox.example', 'USER', 'INVITED'),
(1, UUID '60e188d3-d562-32e5-a7e9-4e9f71266df3', 'olga.lefevre@sandbox.example', U&'\041e\043b\044c\0433\0430 Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID '68e9a59c-8c35-3916-a4f2-8f2e2a3e19c9', 'olga.nakamura@sandbox.example', U&'\041e\043b\044c\0433\0430 Nakamura', 'USER', 'ACTIVE'),
(1, UUID 'e5e1fa72-c2d9-3d97-88fd-b5b0d2887a5b', 'olga.nguyen@sandbox.example', U&'\041e\043b\044c\0433\0430 Nguy\1ec5n', 'USER', 'ACTIVE'),
(1, UUID '59f3f805-3530-32c6-85a3-b98983d36c1a', 'olga.pappas@sandbox.example', U&'\041e\043b\044c\0433\0430 \03a0\03b1\03c0\03c0\03ac\03c2', 'USER', 'ACTIVE');
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID '7d44f7ef-33bb-333d-832c-a28b3a17538c', 'olga.petrov@sandbox.example', U&'\041e\043b\044c\0433\0430 Petrov', 'USER', 'ACTIVE'),
(1, UUID '58eec8db-1df3-3945-9be1-0ab666191294', 'olga.schaefer@sandbox.example', U&'\041e\043b\044c\0433\0430 Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID 'bd098dc2-4dcf-3c46-9311-0e3dce49580d', 'olga.weiss@sandbox.example', U&'\041e\043b\044c\0433\0430 Wei\00df', 'USER', 'ACTIVE'),
(1, UUID 'b2193f21-9d1a-322a-b87a-a2cca4c39e17', 'olga.yildiz@sandbox.example', U&'\041e\043b\044c\0433\0430 Y\0131ld\0131z', 'USER', 'ACTIVE'),
(1, UUID '05351cae-2e44-3d4b-adfe-88d5804442fb', 'omar.baker@sandbox.example', 'Omar Baker', 'USER', 'ACTIVE'),
(1, UUID 'ef54a099-547c-36e9-bc7c-99e959967770', 'omar.dangelo@sandbox.example', 'Omar D''Angelo', 'GUEST', 'ACTIVE'),
(1, UUID '5af7b817-0862-337a-aeaf-05e0bc3306c4', 'omar.dlamini@sandbox.example', 'Omar Dlamini', 'USER', 'ACTIVE'),
(1, UUID '040f0b99-9a54-3919-a38d-baf1bad46c88', 'omar.oestergaard@sandbox.example', U&'Omar \00d8sterg\00e5rd', 'USER', 'DISABLED'),
(1, UUID '609edb1e-7ecd-3aa1-bf5d-1f157f399744', 'omar.toth@sandbox.example', U&'Omar T\00f3th', 'USER', 'ACTIVE'),
(1, UUID 'ca523f09-a25f-3e38-995e-f238a20ba1af', 'omar.yildiz@sandbox.example', U&'Omar Y\0131ld\0131z', 'USER', 'ACTIVE'),
(1, UUID '605c6496-3494-3524-bac4-27c00c225cc6', 'owner@sandbox.example', 'Olga Owner', 'USER', 'ACTIVE'),
(1, UUID 'd27997e6-996c-3c0e-a2ad-1c856bbe5115', 'pedro.weiss@sandbox.example', U&'Pedro Wei\00df', 'USER', 'ACTIVE'),
(1, UUID '02c969eb-4f46-327f-ae1b-1b5cff856a15', 'priya.baker@sandbox.example', 'Priya Baker', 'USER', 'ACTIVE'),
(1, UUID '78aa0135-f9cb-3cb1-9ec1-07d8de839485', 'priya.dlamini2@sandbox.example', 'Priya Dlamini', 'USER', 'ACTIVE'),
(1, UUID 'c7b6196e-77e1-3ce7-a3af-c530310a48c7', 'priya.dlamini@sandbox.example', 'Priya Dlamini', 'GUEST', 'ACTIVE'),
(1, UUID '8ab4d568-0901-3815-9588-90762eaf9270', 'priya.lefevre@sandbox.example', U&'Priya Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID 'fc6c7bf5-0dfb-3fc4-9f23-fc199865ce9b', 'priya.oconnor@sandbox.example', 'Priya O''Connor', 'USER', 'ACTIVE'),
(1, UUID '36919f65-5127-3af7-97a2-e3f3cfae07a3', 'priya.okonkwo@sandbox.example', 'Priya Okonkwo', 'USER', 'ACTIVE'),
(1, UUID '93aec855-52f2-353f-a942-475a6a7332c0', 'priya.sharma@sandbox.example', 'Priya Sharma', 'USER', 'ACTIVE'),
(1, UUID '457e2f7b-d605-3558-b7ad-4531ceb191cf', 'priya.smith-jones@sandbox.example', 'priya.smith-jones@sandbox.example', 'USER', 'INVITED'),
(1, UUID '01dc5446-69ce-33bd-a1d8-d9d9152fc6b6', 'renee.baker@sandbox.example', U&'Ren\00e9e Baker', 'USER', 'ACTIVE'),
(1, UUID 'cf0adfba-4b47-39d2-a920-30a0727b03d5', 'renee.berzins@sandbox.example', U&'Ren\00e9e B\0113rzi\0146\0161', 'USER', 'DISABLED'),
(1, UUID '2def40c2-f818-3306-8578-a85c67cf3985', 'renee.dlamini@sandbox.example', U&'Ren\00e9e Dlamini', 'USER', 'ACTIVE'),
(1, UUID 'a5deaf9e-a071-3d30-9387-7457ed4263b6', 'renee.ivanov@sandbox.example', U&'Ren\00e9e \0418\0432\0430\043d\043e\0432', 'USER', 'ACTIVE'),
(1, UUID '458efe84-0c45-3911-9c8f-435fe0354fbc', 'renee.lefevre@sandbox.example', U&'Ren\00e9e Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID '9f0b1031-420f-37c9-8fc0-a87c24e85ed1', 'renee.okonkwo@sandbox.example', U&'Ren\00e9e Okonkwo', 'USER', 'ACTIVE'),
(1, UUID '65af82f7-f7df-3d7e-b21d-43272e455b68', 'renee.silva@sandbox.example', U&'Ren\00e9e Silva', 'USER', 'ACTIVE'),
(1, UUID 'a08d653a-fb17-3e6e-98e8-6c90d273ac8d', 'rosa.rooms@sandbox.example', 'Rosa Rooms', 'USER', 'ACTIVE'),
(1, UUID '6f37ef61-fb43-3d8c-8e3d-1530deb8a9c3', 'samuel.angstrom2@sandbox.example', U&'Samuel \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID '04c8096d-f2be-3cc7-b34b-27386cc4504a', 'samuel.angstrom@sandbox.example', U&'Samuel \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID '71a2fab9-0deb-3fbe-b80c-e70dad9a457b', 'samuel.lefevre@sandbox.example', U&'Samuel Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID 'a5c0bda9-517f-3678-a16f-a41c251df546', 'samuel.nunez@sandbox.example', U&'Samuel N\00fa\00f1ez', 'USER', 'ACTIVE'),
(1, UUID 'd322d501-31e3-3d70-b34b-463df0545024', 'samuel.pappas@sandbox.example', U&'Samuel \03a0\03b1\03c0\03c0\03ac\03c2', 'USER', 'ACTIVE');
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID 'e368bebb-1e8b-34b2-b1bf-064c87fddda9', 'samuel.schaefer@sandbox.example', U&'Samuel Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID '7dfa5588-2fd8-3887-a697-003c54f9cc63', 'samuel.sharma@sandbox.example', 'Samuel Sharma', 'USER', 'ACTIVE'),
(1, UUID 'a1da2683-3100-38ab-bda6-014e048a7bbe', 'samuel.weiss@sandbox.example', U&'Samuel Wei\00df', 'USER', 'ACTIVE'),
(1, UUID '1898d342-7672-33b5-a18e-38241ff37222', 'siobhan.berzins@sandbox.example', U&'Siobh\00e1n B\0113rzi\0146\0161', 'USER', 'ACTIVE'),
(1, UUID 'ad85e8ea-8856-370a-89b9-33f9e1ccde80', 'siobhan.bjornsdottir@sandbox.example', U&'Siobh\00e1n Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID 'ef7696b1-6213-3d2a-92e2-b76de94b429b', 'siobhan.goncalves@sandbox.example', U&'Siobh\00e1n Gon\00e7alves', 'USER', 'ACTIVE'),
(1, UUID '12b20154-bbf6-3dee-92ce-7076fdc798a7', 'siobhan.moreau@sandbox.example', U&'Siobh\00e1n Moreau', 'USER', 'ACTIVE'),
(1, UUID '540e2d41-836e-3fa2-89dc-38a577b9be9c', 'siobhan.petrov@sandbox.example', U&'Siobh\00e1n Petrov', 'USER', 'ACTIVE'),
(1, UUID '6f979558-d8ee-387f-a3b0-06bbae26abdd', 'siobhan.simkova@sandbox.example', U&'Siobh\00e1n \0160imkov\00e1', 'USER', 'ACTIVE'),
(1, UUID 'fe911603-b946-3a66-9468-620c0b9ddca5', 'siobhan.yildiz@sandbox.example', U&'Siobh\00e1n Y\0131ld\0131z', 'USER', 'ACTIVE'),
(1, UUID 'bfe1943d-a4b5-3664-9219-20be031ab868', 'soeren.baker@sandbox.example', U&'S\00f8ren Baker', 'USER', 'ACTIVE'),
(1, UUID '7c532060-93a0-3d47-b8c4-1b8e969ab1db', 'soeren.brown@sandbox.example', U&'S\00f8ren Brown', 'USER', 'ACTIVE'),
(1, UUID 'f320d3c8-880e-3413-8204-d0c094e16e0e', 'soeren.dlamini@sandbox.example', U&'S\00f8ren Dlamini', 'GUEST', 'ACTIVE'),
(1, UUID '4e28c1cc-b191-3fd9-84e3-6c675e8fda13', 'soeren.dubois@sandbox.example', U&'S\00f8ren Dubois', 'USER', 'ACTIVE'),
(1, UUID '06827be0-0e07-3019-bf5b-b507ed74d5c9', 'soeren.goncalves@sandbox.example', U&'S\00f8ren Gon\00e7alves', 'USER', 'ACTIVE'),
(1, UUID 'b72bcf42-dad2-3226-9f2d-057e8b4f9311', 'soeren.hansen@sandbox.example', U&'S\00f8ren Hansen', 'USER', 'ACTIVE'),
(1, UUID '92de40d9-42ee-3aa6-96f5-f3d253149d7a', 'soeren.lukasiewicz@sandbox.example', U&'S\00f8ren \0141ukasiewicz', 'USER', 'ACTIVE'),
(1, UUID '69bfd498-1145-3c36-80d2-82462e65d365', 'soeren.nunez@sandbox.example', U&'S\00f8ren N\00fa\00f1ez', 'USER', 'DISABLED'),
(1, UUID '2862830e-cb87-34a8-a081-cb9d419a122f', 'soeren.simkova@sandbox.example', 'soeren.simkova@sandbox.example', 'USER', 'INVITED'),
(1, UUID 'ac7515b1-5b03-3be3-b40e-56bace40fb13', 'soeren.weiss2@sandbox.example', U&'S\00f8ren Wei\00df', 'USER', 'ACTIVE'),
(1, UUID '670bfe1a-764e-35a1-8f0c-c9c4c6e28006', 'soeren.weiss@sandbox.example', U&'S\00f8ren Wei\00df', 'USER', 'ACTIVE'),
(1, UUID '5c6b3627-a190-39fa-a0ff-7771a9cbec3b', 'sule.dlamini@sandbox.example', U&'\015eule Dlamini', 'USER', 'ACTIVE'),
(1, UUID 'd2a5227d-4c21-36d4-b453-c1f1c92ffdd1', 'sule.garcia@sandbox.example', U&'\015eule Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID 'eea7d614-2399-3b7f-bef9-8e23c739ac48', 'sule.hansen@sandbox.example', U&'\015eule Hansen', 'USER', 'ACTIVE'),
(1, UUID 'aeca6a02-281d-3ced-807b-2186d8c882cd', 'sule.lefevre@sandbox.example', U&'\015eule Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID '5b6f59eb-8079-3c67-92bb-798c0e4012ad', 'sule.moreau@sandbox.example', U&'\015eule Moreau', 'GUEST', 'ACTIVE'),
(1, UUID '1367801f-5c73-3db3-9c47-32d2ca498822', 'sule.schaefer2@sandbox.example', U&'\015eule Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID '2946b35b-0b10-3453-90de-d63f5c4322b4', 'sule.schaefer@sandbox.example', U&'\015eule Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID '711368e1-da60-32ad-ab92-041de394183b', 'sule.suzuki2@sandbox.example', 'sule.suzuki2@sandbox.example', 'USER', 'INVITED'),
(1, UUID 'db7d4828-a6d9-39f4-83ca-f6c8d6db8bc2', 'sule.suzuki@sandbox.example', U&'\015eule \9234\6728', 'USER', 'ACTIVE'),
(1, UUID '692db64b-ad8d-3743-9d50-b8fbed8186c0', 'sule.wang@sandbox.example', U&'\015eule \738b', 'USER', 'ACTIVE'),
(1, UUID '1fc8ff49-1869-338d-9bd6-f9505416fa64', 'thabo.brown@sandbox.example', 'Thabo Brown', 'USER', 'ACTIVE');
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID '4e9f494a-32db-3f64-a861-e45cda7eb0a9', 'thabo.ivanov@sandbox.example', U&'Thabo \0418\0432\0430\043d\043e\0432', 'USER', 'ACTIVE'),
(1, UUID 'dd2dd714-9899-3424-a057-04ef3acd1136', 'thabo.larsson@sandbox.example', 'Thabo Larsson', 'USER', 'ACTIVE'),
(1, UUID 'ca56ca43-579d-3afe-b685-497ef7aede24', 'thabo.moreau@sandbox.example', 'Thabo Moreau', 'USER', 'ACTIVE'),
(1, UUID 'dca2b512-6ae3-3e8d-ae5e-309264ae4e04', 'tomas.angstrom2@sandbox.example', U&'Tom\00e1s \00c5ngstr\00f6m', 'GUEST', 'ACTIVE'),
(1, UUID '13a9c385-7fe4-34d3-bc75-68b91d12072a', 'tomas.angstrom@sandbox.example', U&'Tom\00e1s \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID '7433bbb0-4dde-32a7-a39c-72d22066e487', 'tomas.bjornsdottir@sandbox.example', U&'Tom\00e1s Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID '895cb70f-6ade-3c42-957a-bec731d0fcf4', 'tomas.larsson@sandbox.example', U&'Tom\00e1s Larsson', 'USER', 'ACTIVE'),
(1, UUID '42dde4e2-cad3-3c06-a942-cf7c2be48c93', 'tomas.lukasiewicz@sandbox.example', U&'Tom\00e1s \0141ukasiewicz', 'USER', 'ACTIVE'),
(1, UUID '5ec61e6c-133b-321b-ad63-e68d111077ad', 'tomas.sharma@sandbox.example', U&'Tom\00e1s Sharma', 'USER', 'ACTIVE'),
(1, UUID '60403dc6-3a5f-3fb8-903b-abb5c6709e45', 'tomas.simkova@sandbox.example', U&'Tom\00e1s \0160imkov\00e1', 'GUEST', 'ACTIVE'),
(1, UUID '862f8ea8-b912-37cb-acf3-9b91b5d74db8', 'viktor.garcia@sandbox.example', U&'Viktor Garc\00eda', 'USER', 'ACTIVE'),
(1, UUID '58775cc9-831f-3b81-8cf8-a39333ee1a0e', 'viktor.hansen@sandbox.example', 'Viktor Hansen', 'USER', 'ACTIVE'),
(1, UUID '04df8334-83ed-3958-8621-6d83b730b3d7', 'viktor.kowalski@sandbox.example', 'Viktor Kowalski', 'USER', 'ACTIVE'),
(1, UUID 'e95566e5-976d-3a2a-b0f5-3d9b5109ec11', 'viktor.levi@sandbox.example', 'Viktor Levi', 'USER', 'ACTIVE'),
(1, UUID '95043039-7149-3d5a-a5ff-ec0de355a86c', 'viktor.ndiaye@sandbox.example', 'Viktor N''Diaye', 'USER', 'ACTIVE'),
(1, UUID '71e8ad71-21cc-38fa-9fb0-5fe30dcda64e', 'viktor.schaefer@sandbox.example', U&'Viktor Sch\00e4fer', 'USER', 'ACTIVE'),
(1, UUID 'ba398b7d-e227-39c8-a9d9-810267ea8439', 'viktor.sharma@sandbox.example', 'Viktor Sharma', 'USER', 'ACTIVE'),
(1, UUID '6e7a1936-7394-3bf6-8823-3a60fdf7382b', 'wei.angstrom@sandbox.example', U&'\4f1f \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID 'bbcb7521-0378-32bb-9ffc-77405a7315fc', 'wei.bjornsdottir@sandbox.example', U&'\4f1f Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID '8577f8c2-c00e-3e79-a781-0d728bba83b4', 'wei.lefevre@sandbox.example', U&'\4f1f Lef\00e8vre', 'USER', 'ACTIVE'),
(1, UUID '994e7e3e-fe21-3bd9-b5ed-3300311e9b36', 'wei.lukasiewicz@sandbox.example', U&'\4f1f \0141ukasiewicz', 'GUEST', 'ACTIVE'),
(1, UUID '0f927a9f-7e65-3a85-9aed-fd2805745271', 'wei.nakamura@sandbox.example', U&'\4f1f Nakamura', 'USER', 'ACTIVE'),
(1, UUID 'c51be83b-79d1-3760-ab91-ff454ed99539', 'wei.nguyen@sandbox.example', U&'\4f1f Nguy\1ec5n', 'USER', 'DISABLED'),
(1, UUID 'b1956171-8e1b-3886-81fd-3c5a4acbd594', 'wei.oconnor@sandbox.example', U&'\4f1f O''Connor', 'USER', 'ACTIVE'),
(1, UUID 'e33bbc82-3d20-3c49-ac8c-db6d881f3516', 'wei.silva@sandbox.example', U&'\4f1f Silva', 'USER', 'ACTIVE'),
(1, UUID '7133ef83-408a-3a64-bb6b-5a7d030c64b9', 'wei.weiss2@sandbox.example', U&'\4f1f Wei\00df', 'USER', 'ACTIVE'),
(1, UUID '71e56c7b-9107-373d-bec4-de5cc3f6077f', 'wei.weiss@sandbox.example', U&'\4f1f Wei\00df', 'USER', 'ACTIVE'),
(1, UUID '56a49003-0f77-33b7-b1ce-26a0acfd6da3', 'yoko.angstrom@sandbox.example', U&'\967d\5b50 \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID '393ad0af-e87d-36f1-954d-c42859b360b9', 'yoko.bjornsdottir@sandbox.example', U&'\967d\5b50 Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID 'f4be6854-a0e1-32ab-b0fa-d7546cdd26cb', 'yoko.kowalski@sandbox.example', U&'\967d\5b50 Kowalski', 'USER', 'ACTIVE'),
(1, UUID 'd723f8cd-213a-34e8-9202-bf60da6ba0bb', 'yoko.nakamura@sandbox.example', U&'\967d\5b50 Nakamura', 'USER', 'ACTIVE'),
(1, UUID 'a82349de-93bd-351a-bca2-f98dab1398f5', 'yoko.ndiaye@sandbox.example', U&'\967d\5b50 N''Diaye', 'USER', 'DISABLED'),
(1, UUID '7bf0d83c-ce68-3c13-99dc-250a51d2c001', 'yoko.silva@sandbox.example', U&'\967d\5b50 Silva', 'USER', 'ACTIVE');
INSERT INTO "PUBLIC"."PERSON" VALUES
(1, UUID '15cd8f81-71ca-39b1-a9a4-648b8c4ba7eb', 'yoko.weiss@sandbox.example', U&'\967d\5b50 Wei\00df', 'USER', 'ACTIVE'),
(1, UUID '7f69adc9-7d45-323a-a400-9d95788616ec', 'zoe.bjornsdottir@sandbox.example', U&'Zo\00eb Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID '1d30e1d8-9ec5-3b66-a6f4-0b903ae8170c', 'zoe.dubois@sandbox.example', U&'Zo\00eb Dubois', 'USER', 'ACTIVE'),
(1, UUID '31694ad9-5f65-39cb-a12f-d7540da2643f', 'zoe.larsson@sandbox.example', U&'Zo\00eb Larsson', 'USER', 'ACTIVE'),
(1, UUID '5608e8f7-bb37-3d36-b58d-e0f7b9a00d37', 'zoe.levi@sandbox.example', U&'Zo\00eb Levi', 'USER', 'ACTIVE'),
(1, UUID '5cc49c4d-3a16-329e-a550-f6cc0e7ec654', 'zoe.lukasiewicz@sandbox.example', U&'Zo\00eb \0141ukasiewicz', 'USER', 'ACTIVE'),
(1, UUID '927ef835-bab3-349b-a149-a0d3c3db3314', 'zoe.moreau@sandbox.example', U&'Zo\00eb Moreau', 'USER', 'ACTIVE'),
(1, UUID 'b9694d2f-e339-3937-95ef-0d92153c0f6e', 'zoe.silva@sandbox.example', U&'Zo\00eb Silva', 'USER', 'ACTIVE'),
(1, UUID 'befc9462-1382-3ab2-a706-ed03391aa0c2', 'zofia.angstrom@sandbox.example', U&'\017dofia \00c5ngstr\00f6m', 'USER', 'ACTIVE'),
(1, UUID '93fe76cf-7057-321d-b7a8-b3e2c8565934', 'zofia.bjornsdottir@sandbox.example', U&'\017dofia Bj\00f6rnsd\00f3ttir', 'USER', 'ACTIVE'),
(1, UUID '3239b9ab-84c1-36bd-9e46-2c2e2cf39d43', 'zofia.hansen@sandbox.example', U&'\017dofia Hansen', 'USER', 'DISABLED'),
(1, UUID 'fa78a8d9-9334-39f4-b7e7-406e752ff330', 'zofia.ivanov@sandbox.example', U&'\017dofia \0418\0432\0430\043d\043e\0432', 'USER', 'ACTIVE'),
(1, UUID '1b7c414e-e095-3c03-bd48-f13708ab32d8', 'zofia.kowalski@sandbox.example', U&'\017dofia Kowalski', 'USER', 'ACTIVE'),
(1, UUID '254ee488-a0e7-38b4-b681-b633df8479fd', 'zofia.nakamura@sandbox.example', U&'\017dofia Nakamura', 'USER', 'ACTIVE'),
(1, UUID 'b6db560e-41aa-38c8-b176-3fc9487c1f83', 'zofia.ndiaye@sandbox.example', U&'\017dofia N''Diaye', 'USER', 'ACTIVE'),
(1, UUID '458b9ff4-2577-3e04-97d0-ade12ae4fca9', 'zofia.petrov@sandbox.example', U&'\017dofia Petrov', 'USER', 'ACTIVE'),
(1, UUID '65784f95-1924-3ce8-820f-c25efb8a89ca', 'zofia.schaefer@sandbox.example', U&'\017dofia Sch\00e4fer', 'GUEST', 'ACTIVE'),
(1, UUID 'df91e308-2262-34c3-bd16-b8c752f1e887', 'zofia.sharma2@sandbox.example', U&'\017dofia Sharma', 'USER', 'ACTIVE'),
(1, UUID '915791f5-57b6-3063-8ff2-498e86c019e5', 'zofia.sharma@sandbox.example', U&'\017dofia Sharma', 'USER', 'ACTIVE'),
(1, UUID '8646a35f-526d-3153-90ee-83ea21f23f10', 'zofia.silva@sandbox.example', U&'\017dofia Silva', 'USER', 'ACTIVE'),
(2, UUID '5d9734c3-06a2-308e-9123-526a849818c4', 'ben.okafor@sandbox.example', 'Ben Okafor', 'USER', 'ACTIVE'),
(3, UUID '5d9734c3-06a2-308e-9123-526a849818c4', 'ben.okafor@sandbox.example', 'Ben Okafor', 'USER', 'ACTIVE'),
(4, UUID '5d9734c3-06a2-308e-9123-526a849818c4', 'ben.okafor@sandbox.example', 'Ben Okafor', 'USER', 'ACTIVE'),
(5, UUID '4cb893ac-b539-3332-a664-a85569364a9e', 'frank.moore@sandbox.example', 'Frank Moore', 'USER', 'ACTIVE'),
(5, UUID '88094b2b-656a-37ca-85c5-41d90312e9ce', 'carla.rossi@sandbox.example', 'Carla Rossi', 'USER', 'ACTIVE'),
(5, UUID 'e98ab26b-2e54-324a-bd45-ef8b8285be2f', 'david.kim@sandbox.example', 'David Kim', 'USER', 'ACTIVE'),
(5, UUID '3842fac1-2d04-3f9e-8415-c4fb745d47f0', 'elif.yilmaz@sandbox.example', 'Elif Yilmaz', 'USER', 'ACTIVE'),
(5, UUID 'ba16c1f6-1e29-376e-b2d9-7d76e286a409', 'ivan.invited@sandbox.example', 'Ivan Invited', 'USER', 'INVITED');
CREATE CACHED TABLE "PUBLIC"."KNOWN_GROUP"(
    "REF" BIGINT NOT NULL,
    "RUN" BIGINT NOT NULL,
    "PORTAL_ID" UUID,
    "NAME" CHARACTER VARYING NOT NULL,
    "MANAGER" UUID,
    "LDAP" BOOLEAN NOT NULL,
    "STATE" CHARACTER VARYING(10) NOT NULL,
    "BY_ROW" BIGINT,
    "LAST_REQUEST" BIGINT,
    "NAMED_BY" BIGINT,
    "FOUND_NAME" CHARACTER VARYING,
    "FOUND_MANAGER" UUID,
    "MANAGER_ROW" BIGINT,
    "NAME_ROW" BIGINT,
    "ALIKE" CHARACTER VARYING NOT NULL,
    "CHANGED" BOOLEAN DEFAULT FALSE NOT NULL
);
ALTER TABLE "PUBLIC"."KNOWN_GROUP" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_E0" PRIMARY KEY("REF");
-- 14 +/- SELECT COUNT(*) FROM PUBLIC.KNOWN_GROUP;
INSERT INTO "PUBLIC"."KNOWN_GROUP" VALUES
(1, 1, UUID '14066d26-207c-34df-930b-8a0748ae070d', 'Directory Sync', UUID 'f7439148-c1b7-32ff-8e6a-65c36c13f8e5', TRUE, 'FOUND', NULL, NULL, NULL, 'Directory Sync', UUID 'f7439148-c1b7-32ff-8e6a-65c36c13f8e5', NULL, NULL, 'directorysync', FALSE),
(2, 1, UUID '366cd5c7-6cdc-3d66-bc1f-3ab0a41589f9', 'Engineering', UUID 'e98ab26b-2e54-324a-bd45-ef8b8285be2f', FALSE, 'FOUND', NULL, 3, NULL, 'Engineering', UUID 'e98ab26b-2e54-324a-bd45-ef8b8285be2f', NULL, NULL, 'engineering', FALSE),
(3, 1, UUID '4dbc6f18-84b1-35db-b45c-3cfdac73ccae', 'Old Hands', UUID '4cb893ac-b539-3332-a664-a85569364a9e', FALSE, 'FOUND', NULL, NULL, NULL, 'Old Hands', UUID '4cb893ac-b539-3332-a664-a85569364a9e', NULL, NULL, 'oldhands', FALSE),
(4, 1, UUID 'f6e95acd-18cd-3e6b-bd24-1d67f25c56e5', 'Sales EU', UUID 'b8c7fec2-4674-39ca-b8ea-fd970a9d9393', FALSE, 'FOUND', NULL, 2, 2, 'Sales', UUID 'b8c7fec2-4674-39ca-b8ea-fd970a9d9393', NULL, NULL, 'saleseu', FALSE),
(5, 1, UUID '6e452910-cb7f-3cdd-9bda-0b3ba66405a7', 'Support', UUID '88094b2b-656a-37ca-85c5-41d90312e9ce', FALSE, 'FOUND', NULL, NULL, NULL, 'Support', UUID '88094b2b-656a-37ca-85c5-41d90312e9ce', NULL, NULL, 'support', FALSE),
(6, 1, UUID '4e7b36ca-2126-3b37-9b95-87297021a9a8', 'Twins', UUID '5d9734c3-06a2-308e-9123-526a849818c4', FALSE, 'FOUND', NULL, NULL, NULL, 'Twins', UUID '5d9734c3-06a2-308e-9123-526a849818c4', NULL, NULL, 'twins', FALSE),
(7, 1, UUID '3bd1a8dd-8bc3-3c1f-981c-71996c2d7fba', 'Twins', UUID '3842fac1-2d04-3f9e-8415-c4fb745d47f0', FALSE, 'FOUND', NULL, NULL, NULL, 'Twins', UUID '3842fac1-2d04-3f9e-8415-c4fb745d47f0', NULL, NULL, 'twins', FALSE),
(8, 1, NULL, 'Alpha', NULL, FALSE, 'TO_MAKE', 2, 1, NULL, NULL, NULL, NULL, NULL, 'alpha', FALSE),
(9, 2, NULL, 'Beta', NULL, FALSE, 'TO_MAKE', 2, 4, NULL, NULL, NULL, NULL, NULL, 'beta', FALSE),
(10, 3, UUID 'a779c1e8-0d9b-41d8-aa84-c95cbc274afd', 'Beta', NULL, FALSE, 'GONE', 2, 5, NULL, 'Beta', NULL, NULL, NULL, 'beta', FALSE),
(11, 4, NULL, 'Gamma 1', NULL, FALSE, 'TO_MAKE', 2, 6, NULL, NULL, NULL, NULL, NULL, 'gamma1', FALSE),
(12, 4, NULL, 'Gamma 2', NULL, FALSE, 'TO_MAKE', 3, 7, NULL, NULL, NULL, NULL, NULL, 'gamma2', FALSE),
(13, 4, NULL, 'Gamma 3', NULL, FALSE, 'TO_MAKE', 4, 8, NULL, NULL, NULL, NULL, NULL, 'gamma3', FALSE),
(14, 5, UUID '6e452910-cb7f-3cdd-9bda-0b3ba66405a7', 'Support', UUID '88094b2b-656a-37ca-85c5-41d90312e9ce', FALSE, 'FOUND', NULL, 9, NULL, 'Support', UUID '88094b2b-656a-37ca-85c5-41d90312e9ce', NULL, NULL, 'support', FALSE);
CREATE INDEX "PUBLIC"."KNOWN_GROUP_ALIKE" ON "PUBLIC"."KNOWN_GROUP"("RUN" NULLS FIRST, "ALIKE" NULLS FIRST);
CREATE INDEX "PUBLIC"."KNOWN_GROUP_NAME" ON "PUBLIC"."KNOWN_GROUP"("RUN" NULLS FIRST, "NAME" NULLS FIRST);
CREATE INDEX "PUBLIC"."KNOWN_GROUP_PORTAL_ID" ON "PUBLIC"."KNOWN_GROUP"("RUN" NULLS FIRST, "PORTAL_ID" NULLS FIRST);
CREATE CACHED TABLE "PUBLIC"."SEEN_GROUP"(
    "REF" BIGINT NOT NULL,
    "PORTAL_ID" UUID NOT NULL,
    "NAME" CHARACTER VARYING NOT NULL,
    "MANAGER" UUID,
    "MEMBERS" UUID ARRAY
);
ALTER TABLE "PUBLIC"."SEEN_GROUP" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_EE" PRIMARY KEY("REF");
-- 5 +/- SELECT COUNT(*) FROM PUBLIC.SEEN_GROUP;
INSERT INTO "PUBLIC"."SEEN_GROUP" VALUES
(2, UUID '366cd5c7-6cdc-3d66-bc1f-3ab0a41589f9', 'Engineering', UUID 'e98ab26b-2e54-324a-bd45-ef8b8285be2f', ARRAY [UUID 'e98ab26b-2e54-324a-bd45-ef8b8285be2f', UUID '4cb893ac-b539-3332-a664-a85569364a9e', UUID 'f7439148-c1b7-32ff-8e6a-65c36c13f8e5']),
(4, UUID 'f6e95acd-18cd-3e6b-bd24-1d67f25c56e5', 'Sales EU', UUID 'b8c7fec2-4674-39ca-b8ea-fd970a9d9393', ARRAY [UUID 'b8c7fec2-4674-39ca-b8ea-fd970a9d9393', UUID '5d9734c3-06a2-308e-9123-526a849818c4', UUID '88094b2b-656a-37ca-85c5-41d90312e9ce']),
(8, UUID '896376fb-20d9-49ad-9044-4c0e3dab6790', 'Alpha', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4']),
(9, UUID 'a779c1e8-0d9b-41d8-aa84-c95cbc274afd', 'Beta', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4']),
(11, UUID '5c32b429-3801-4fa7-8aff-7b0f3172923b', 'Gamma 1', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4']);
CREATE CACHED TABLE "PUBLIC"."MEMBERSHIP"(
    "REF" BIGINT NOT NULL,
    "PERSON" UUID NOT NULL,
    "RUN" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."MEMBERSHIP" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_C" PRIMARY KEY("REF", "PERSON");
-- 10 +/- SELECT COUNT(*) FROM PUBLIC.MEMBERSHIP;
INSERT INTO "PUBLIC"."MEMBERSHIP" VALUES
(2, UUID '4cb893ac-b539-3332-a664-a85569364a9e', 1),
(2, UUID 'e98ab26b-2e54-324a-bd45-ef8b8285be2f', 1),
(4, UUID '88094b2b-656a-37ca-85c5-41d90312e9ce', 1),
(4, UUID 'b8c7fec2-4674-39ca-b8ea-fd970a9d9393', 1),
(4, UUID '5d9734c3-06a2-308e-9123-526a849818c4', 1),
(10, UUID '5d9734c3-06a2-308e-9123-526a849818c4', 3),
(14, UUID '88094b2b-656a-37ca-85c5-41d90312e9ce', 5),
(14, UUID 'ba16c1f6-1e29-376e-b2d9-7d76e286a409', 5),
(14, UUID '3842fac1-2d04-3f9e-8415-c4fb745d47f0', 5),
(14, UUID 'e98ab26b-2e54-324a-bd45-ef8b8285be2f', 5);
CREATE CACHED TABLE "PUBLIC"."SET_ROW"(
    "RUN" BIGINT NOT NULL,
    "GROUP_KEY" CHARACTER VARYING NOT NULL,
    "ROW_NUMBER" BIGINT NOT NULL,
    "KIND" CHARACTER VARYING(10) NOT NULL
);
ALTER TABLE "PUBLIC"."SET_ROW" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_A" PRIMARY KEY("RUN", "GROUP_KEY", "ROW_NUMBER");
-- 2 +/- SELECT COUNT(*) FROM PUBLIC.SET_ROW;
INSERT INTO "PUBLIC"."SET_ROW" VALUES
(1, 'name:Engineering', 4, 'SET'),
(6, 'name:Sales EU', 2, 'SET');
CREATE CACHED TABLE "PUBLIC"."SET_WISH"(
    "REF" BIGINT NOT NULL,
    "RUN" BIGINT NOT NULL,
    "FIRST_ROW" BIGINT NOT NULL,
    "LAST_ROW" BIGINT NOT NULL,
    "FORMER_NAME" CHARACTER VARYING NOT NULL,
    "CLOSED_BY" BIGINT,
    "HELD_BY" BIGINT,
    "REQUESTS" BIGINT ARRAY NOT NULL
);
ALTER TABLE "PUBLIC"."SET_WISH" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_84" PRIMARY KEY("REF");
-- 1 +/- SELECT COUNT(*) FROM PUBLIC.SET_WISH;
INSERT INTO "PUBLIC"."SET_WISH" VALUES
(2, 1, 4, 4, 'Engineering', NULL, NULL, ARRAY [3]);
CREATE CACHED TABLE "PUBLIC"."LOST_NAME"(
    "RUN" BIGINT NOT NULL,
    "NAME" CHARACTER VARYING NOT NULL,
    "ROW_NUMBER" BIGINT NOT NULL,
    "WHY" CHARACTER VARYING(10) NOT NULL,
    "REQUEST" BIGINT
);
ALTER TABLE "PUBLIC"."LOST_NAME" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_CE" PRIMARY KEY("RUN", "NAME");
-- 2 +/- SELECT COUNT(*) FROM PUBLIC.LOST_NAME;
INSERT INTO "PUBLIC"."LOST_NAME" VALUES
(1, 'Sales', 3, 'RENAMED', 2),
(3, 'Beta', 2, 'DELETED', 5);
CREATE CACHED TABLE "PUBLIC"."REQUEST"(
    "ID" BIGINT NOT NULL,
    "RUN" BIGINT NOT NULL,
    "VERB" CHARACTER VARYING(10) NOT NULL,
    "GROUP_REF" BIGINT NOT NULL,
    "NAME" CHARACTER VARYING,
    "MANAGER" UUID,
    "ADDS" UUID ARRAY,
    "REMOVES" UUID ARRAY,
    "HELD_NAME" CHARACTER VARYING,
    "HELD_MANAGER" UUID,
    "HELD_IN" UUID ARRAY,
    "HELD_OUT" UUID ARRAY,
    "EXACT" UUID ARRAY,
    "BEHIND" BIGINT,
    "NAME_FROM" BIGINT,
    "NEEDS" BIGINT,
    "JUDGED_BY" BIGINT NOT NULL,
    "TARGET_REF" BIGINT,
    "TARGET_BEHIND" BIGINT,
    "TARGET_NEEDS" BIGINT
);
ALTER TABLE "PUBLIC"."REQUEST" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_6C" PRIMARY KEY("ID");
-- 9 +/- SELECT COUNT(*) FROM PUBLIC.REQUEST;
INSERT INTO "PUBLIC"."REQUEST" VALUES
(1, 1, 'CREATE', 8, 'Alpha', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL),
(2, 1, 'UPDATE', 4, 'Sales EU', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2, NULL, NULL, NULL),
(3, 1, 'UPDATE', 2, NULL, NULL, ARRAY [UUID 'f7439148-c1b7-32ff-8e6a-65c36c13f8e5'], NULL, NULL, NULL, NULL, NULL, ARRAY [UUID '4cb893ac-b539-3332-a664-a85569364a9e', UUID 'f7439148-c1b7-32ff-8e6a-65c36c13f8e5'], NULL, NULL, NULL, 3, NULL, NULL, NULL),
(4, 2, 'CREATE', 9, 'Beta', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 4, NULL, NULL, NULL),
(5, 3, 'DELETE', 10, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 5, NULL, NULL, NULL),
(6, 4, 'CREATE', 11, 'Gamma 1', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6, NULL, NULL, NULL),
(7, 4, 'CREATE', 12, 'Gamma 2', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 7, NULL, NULL, NULL),
(8, 4, 'CREATE', 13, 'Gamma 3', NULL, ARRAY [UUID '5d9734c3-06a2-308e-9123-526a849818c4'], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 8, NULL, NULL, NULL),
(9, 5, 'UPDATE', 14, NULL, NULL, ARRAY [UUID '4cb893ac-b539-3332-a664-a85569364a9e'], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 9, NULL, NULL, NULL);
CREATE INDEX "PUBLIC"."REQUEST_TARGET_REF" ON "PUBLIC"."REQUEST"("TARGET_REF" NULLS FIRST);
CREATE INDEX "PUBLIC"."REQUEST_TARGET_BEHIND" ON "PUBLIC"."REQUEST"("TARGET_BEHIND" NULLS FIRST);
CREATE INDEX "PUBLIC"."REQUEST_BEHIND" ON "PUBLIC"."REQUEST"("BEHIND" NULLS FIRST);
CREATE INDEX "PUBLIC"."REQUEST_NAME_FROM" ON "PUBLIC"."REQUEST"("NAME_FROM" NULLS FIRST);
CREATE INDEX "PUBLIC"."REQUEST_GROUP_REF" ON "PUBLIC"."REQUEST"("GROUP_REF" NULLS FIRST);
CREATE CACHED TABLE "PUBLIC"."MARK"(
    "REQUEST" BIGINT NOT NULL,
    "SENT_AT" TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
ALTER TABLE "PUBLIC"."MARK" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_2" PRIMARY KEY("REQUEST");
-- 0 +/- SELECT COUNT(*) FROM PUBLIC.MARK;
CREATE CACHED TABLE "PUBLIC"."RESULT"(
    "REQUEST" BIGINT NOT NULL,
    "STATE" CHARACTER VARYING(10) NOT NULL,
    "ATTEMPTS" INTEGER NOT NULL,
    "HTTP_STATUS" INTEGER,
    "SENT_AT" TIMESTAMP(3) WITH TIME ZONE,
    "DURATION_MS" INTEGER
);
ALTER TABLE "PUBLIC"."RESULT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_8F" PRIMARY KEY("REQUEST");
-- 7 +/- SELECT COUNT(*) FROM PUBLIC.RESULT;
INSERT INTO "PUBLIC"."RESULT" VALUES
(1, 'DONE', 1, 200, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:00.815+00', 275),
(2, 'DONE', 1, 200, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:00.815+00', 279),
(3, 'DONE', 1, 200, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:00.752+00', 321),
(4, 'DONE', 1, 200, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:08.23+00', 41),
(5, 'DONE', 1, 204, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:14.886+00', 46),
(6, 'DONE', 1, 200, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:20.163+00', 17),
(7, 'PLANNED', 0, NULL, NULL, NULL);
CREATE CACHED TABLE "PUBLIC"."DOUBT"(
    "REQUEST" BIGINT NOT NULL,
    "SENT_AT" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "LOSSES" INTEGER NOT NULL,
    "UNANSWERED" INTEGER NOT NULL,
    "OPEN" BOOLEAN NOT NULL
);
ALTER TABLE "PUBLIC"."DOUBT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_3E" PRIMARY KEY("REQUEST");
-- 0 +/- SELECT COUNT(*) FROM PUBLIC.DOUBT;
CREATE CACHED TABLE "PUBLIC"."TWIN"(
    "ID" BIGINT NOT NULL,
    "CODE" CHARACTER VARYING(30),
    "STATUS" CHARACTER VARYING(10) NOT NULL,
    "MESSAGE" CHARACTER VARYING,
    "NOT_APPLIED" UUID ARRAY
);
ALTER TABLE "PUBLIC"."TWIN" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_27" PRIMARY KEY("ID");
-- 0 +/- SELECT COUNT(*) FROM PUBLIC.TWIN;
CREATE CACHED TABLE "PUBLIC"."PORTAL_LIMIT"(
    "PORTAL" CHARACTER VARYING NOT NULL,
    "ACCOUNT" CHARACTER VARYING NOT NULL,
    "PER_MINUTE" INTEGER,
    "AT_ONCE" INTEGER,
    "UNLIMITED" BOOLEAN NOT NULL,
    "PAUSED_UNTIL" TIMESTAMP(3) WITH TIME ZONE,
    "LEARNED_AT" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "RECENT" BIGINT ARRAY NOT NULL
);
ALTER TABLE "PUBLIC"."PORTAL_LIMIT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_F" PRIMARY KEY("PORTAL", "ACCOUNT");
-- 1 +/- SELECT COUNT(*) FROM PUBLIC.PORTAL_LIMIT;
INSERT INTO "PUBLIC"."PORTAL_LIMIT" VALUES
('PORTAL', '605c6496-3494-3524-bac4-27c00c225cc6', NULL, NULL, FALSE, NULL, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:20.256+00', ARRAY [1795865297563, 1795865298415, 1795865298424, 1795865298991, 1795865299055, 1795865299077, 1795865299114, 1795865299167, 1795865300163, 1795865300226]);
CREATE CACHED TABLE "PUBLIC"."RUN_START"(
    "RUN" BIGINT NOT NULL,
    "STARTED_AT" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "OS_USER" CHARACTER VARYING NOT NULL
);
ALTER TABLE "PUBLIC"."RUN_START" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_C0" PRIMARY KEY("RUN", "STARTED_AT");
-- 4 +/- SELECT COUNT(*) FROM PUBLIC.RUN_START;
INSERT INTO "PUBLIC"."RUN_START" VALUES
(1, TIMESTAMP WITH TIME ZONE '2026-11-28 11:27:59.653+00', 'root'),
(2, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:07.685+00', 'root'),
(3, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:14.798+00', 'root'),
(4, TIMESTAMP WITH TIME ZONE '2026-11-28 11:28:19.901+00', 'root');
CREATE CACHED TABLE "PUBLIC"."AUDIT_BLOCK"(
    "RUN" BIGINT NOT NULL,
    "NUMBER" BIGINT NOT NULL,
    "CONTENT" BINARY VARYING NOT NULL
);
ALTER TABLE "PUBLIC"."AUDIT_BLOCK" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_ED" PRIMARY KEY("RUN", "NUMBER");
-- 3 +/- SELECT COUNT(*) FROM PUBLIC.AUDIT_BLOCK;
INSERT INTO "PUBLIC"."AUDIT_BLOCK" VALUES
(1, 0, X'1f8b08000000000000ffe594bb6fdb3010c615a44f642f3a7a48c793f97e18819197c620459d2c5d8a23794cdc58b2612b69fefc5279a0433c74c8d452107907ea3e12dfefa0aaaa76abaafa54decf8209039c8370179c4f849b30563baebf0ffbd77dbf9a8cc75cd89a95874f94748a971d7ebeb8c2d1f9af8ed6a303c37434ca1b90ca2b905a28081815081b198b42e818cdb414bd592f977d597706852fe3be5d8d7fde76f31ea4b0965befad779e196e981d2f3baae3e6ae7c78189d739cabc85c7646086399d5c834a231cee5940349548a130f32081da2708684563c06a52ccae1b061ec8832bd8b6bc29e4ab4efbc91d6e40082250fca6302cf94827210c984c158cf9e4adf1e2d56d758fd194781ba7a798379b93edc6097c2f2bea67b6c570b1a1de8e4ad5451023328403247e0b990a08541a7bce32eaae993d0c7d9e5c949d39c36a725797ff2ad39ba78083ff0d16352e25dc1d8b36bff17313910bb5da52762d990d71813140713483201422a57e7c9d85ceeac0de981d60c17b4194c7c0846cd65898fb1ebb06e6f373d6d41165cb499a200656cf1c34784e0082117940c7df2d2cbe9aba9545be15f7e3d7d862f468fc9dfc2b75afc7bf05599f636d4434b6da0f500745f1a13938e16ca1241266320449e416260a8b8763efba1ace9aee61dd17ade5dbd4c0f13decd537d336f5f2224ef3088d2588274f146a88230290d945d70c2e940224f5f4b0313d698da79f752235b253d570e220fb668e40c8e0c82d1519ac86576a4b7fe43f6ce9ab3e3e6dbecc7acb9185a496e69a5dff2949c31fe050000'),
(2, 0, X'1f8b08000000000000ff454ec94e03310c9d8a8ae50710c71ee09819db71b60a21a0f48cc472e1967832ec9daa0ccbe7934211b66c3feb797955558daaaada2f71404056212af2378853f253f03569b85bf30fc3b09c360d92aba1384e597bc6c2e0e5cb7d9c5c7e2ef26a726cc188e56095e6c04a1b6295a2b0222700426444ec49591aaffa7e287544251d35c3ebb2797a5f3c0e4a9373e84270c107b068c135c3675fcbdb47193cb58e6c0230ec212572d9b4419ca4dc69040e9d659b4cc6803a5b131c4b4890841d9ad658df766bb9d5dfd76d59e538e4820ea37341307b056d488ab1f52a46cf4a829124e43876ed66757c9e8758fddb59ca8bba7f8e5dbf3a7d8b8b36f55f75fe8aafcb973c392ef29c66d10a6c24a5c1671590b43264cbf9e0d10b9f6c0eed5ddfce66f3f9c5fca2343bb3abf9d9cd0fdce5c96f53f01601ace5e3374e103a08b5010000'),
(3, 0, X'1f8b08000000000000ff6d4fc94e03310c9d0ac4f20388630f5cd3b1b339a91042b4237140ea8172e1967112169569d5a6f0fba4f48a2ddbcfb2fcfcdc34cda8699aab1ad712a4158842ba25e254ba29ea8973f6f5307f2f65336d5b943481ea38d5ca69ac135cacdec278f133a4edf8d68261abbd154a7b2d94915af481b590c4002ca561b67775e974bb5e975a47aaa6c7b67c6ddacffdf05184924448de93771e2c5aa076574249ed7e88eb76bb1f040048e12c7aa31c1a4720ab260d13de7d57ae7bc52e93ca109561e9d1f426fa6ca867a6147d9fd15aa34db69e2853cac170b4a05d3649438cc0cdd146b2a6b39856a9a48a6e0291674c4e4025111aa31321382dd81beeb90a08391efe7a482534ffdbe5f3cb6cd675f36e5e9bf379f7d42dffe085191f9b8a4f24e8c375fc0580972c5897010000');
CREATE CACHED TABLE "PUBLIC"."EXPORT"(
    "NUMBER" BIGINT NOT NULL,
    "PORTAL" CHARACTER VARYING NOT NULL,
    "ACCOUNT" CHARACTER VARYING,
    "NAME_FILTER" CHARACTER VARYING,
    "MANAGED_BY" CHARACTER VARYING,
    "MANAGER" UUID
);
ALTER TABLE "PUBLIC"."EXPORT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_7" PRIMARY KEY("NUMBER");
-- 1 +/- SELECT COUNT(*) FROM PUBLIC.EXPORT;
INSERT INTO "PUBLIC"."EXPORT" VALUES
(1795865326680, 'PORTAL', '605c6496-3494-3524-bac4-27c00c225cc6', NULL, NULL, NULL);
CREATE CACHED TABLE "PUBLIC"."EXPORT_PASS"(
    "LIST" CHARACTER VARYING(10) NOT NULL,
    "NUMBER" INTEGER NOT NULL,
    "TOTAL" BIGINT NOT NULL,
    "NEXT_START" BIGINT NOT NULL,
    "SINCE" INTEGER NOT NULL,
    "STEADY" BOOLEAN NOT NULL,
    "TOTAL_BEFORE" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."EXPORT_PASS" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_5" PRIMARY KEY("LIST");
-- 1 +/- SELECT COUNT(*) FROM PUBLIC.EXPORT_PASS;
INSERT INTO "PUBLIC"."EXPORT_PASS" VALUES
('GROUPS', 1, 9, 100, 1, TRUE, -1);
CREATE CACHED TABLE "PUBLIC"."EXPORT_GROUP"(
    "ID" UUID NOT NULL,
    "NAME" CHARACTER VARYING NOT NULL,
    "MANAGER" UUID,
    "LDAP" BOOLEAN NOT NULL,
    "SIZE" INTEGER,
    "PASS" INTEGER NOT NULL,
    "STATE" CHARACTER VARYING(10) NOT NULL,
    "POSITION" BIGINT,
    "WRITTEN" CHARACTER VARYING
);
ALTER TABLE "PUBLIC"."EXPORT_GROUP" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_A1" PRIMARY KEY("ID");
-- 9 +/- SELECT COUNT(*) FROM PUBLIC.EXPORT_GROUP;
INSERT INTO "PUBLIC"."EXPORT_GROUP" VALUES
(UUID '896376fb-20d9-49ad-9044-4c0e3dab6790', 'Alpha', NULL, FALSE, 1, 1, 'LISTED', NULL, NULL),
(UUID '14066d26-207c-34df-930b-8a0748ae070d', 'Directory Sync', UUID 'f7439148-c1b7-32ff-8e6a-65c36c13f8e5', TRUE, 2, 1, 'LISTED', NULL, NULL),
(UUID '366cd5c7-6cdc-3d66-bc1f-3ab0a41589f9', 'Engineering', UUID 'e98ab26b-2e54-324a-bd45-ef8b8285be2f', FALSE, 3, 1, 'LISTED', NULL, NULL),
(UUID '5c32b429-3801-4fa7-8aff-7b0f3172923b', 'Gamma 1', NULL, FALSE, 1, 1, 'LISTED', NULL, NULL),
(UUID '4dbc6f18-84b1-35db-b45c-3cfdac73ccae', 'Old Hands', UUID '4cb893ac-b539-3332-a664-a85569364a9e', FALSE, 2, 1, 'LISTED', NULL, NULL),
(UUID 'f6e95acd-18cd-3e6b-bd24-1d67f25c56e5', 'Sales EU', UUID 'b8c7fec2-4674-39ca-b8ea-fd970a9d9393', FALSE, 3, 1, 'LISTED', NULL, NULL),
(UUID '6e452910-cb7f-3cdd-9bda-0b3ba66405a7', 'Support', UUID '88094b2b-656a-37ca-85c5-41d90312e9ce', FALSE, 4, 1, 'LISTED', NULL, NULL),
(UUID '3bd1a8dd-8bc3-3c1f-981c-71996c2d7fba', 'Twins', UUID '3842fac1-2d04-3f9e-8415-c4fb745d47f0', FALSE, 2, 1, 'LISTED', NULL, NULL),
(UUID '4e7b36ca-2126-3b37-9b95-87297021a9a8', 'Twins', UUID '5d9734c3-06a2-308e-9123-526a849818c4', FALSE, 1, 1, 'LISTED', NULL, NULL);
CREATE INDEX "PUBLIC"."EXPORT_GROUP_NAME" ON "PUBLIC"."EXPORT_GROUP"("NAME" NULLS FIRST);
CREATE INDEX "PUBLIC"."EXPORT_GROUP_POSITION" ON "PUBLIC"."EXPORT_GROUP"("POSITION" NULLS FIRST);
CREATE INDEX "PUBLIC"."EXPORT_GROUP_WRITTEN" ON "PUBLIC"."EXPORT_GROUP"("WRITTEN" NULLS FIRST);
CREATE CACHED TABLE "PUBLIC"."EXPORT_PERSON"(
    "ID" UUID NOT NULL,
    "EMAIL" CHARACTER VARYING NOT NULL,
    "ADDRESS" CHARACTER VARYING NOT NULL,
    "NAME" CHARACTER VARYING NOT NULL,
    "KIND" CHARACTER VARYING(10) NOT NULL,
    "STATUS" CHARACTER VARYING(10) NOT NULL,
    "PASS" INTEGER NOT NULL
);
ALTER TABLE "PUBLIC"."EXPORT_PERSON" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_9" PRIMARY KEY("ID");
-- 0 +/- SELECT COUNT(*) FROM PUBLIC.EXPORT_PERSON;
CREATE INDEX "PUBLIC"."EXPORT_PERSON_ADDRESS" ON "PUBLIC"."EXPORT_PERSON"("ADDRESS" NULLS FIRST);
CREATE CACHED TABLE "PUBLIC"."EXPORT_MEMBER"(
    "GROUP_ID" UUID NOT NULL,
    "PERSON" UUID NOT NULL
);
ALTER TABLE "PUBLIC"."EXPORT_MEMBER" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_95" PRIMARY KEY("GROUP_ID", "PERSON");
-- 0 +/- SELECT COUNT(*) FROM PUBLIC.EXPORT_MEMBER;
CREATE INDEX "PUBLIC"."EXPORT_MEMBER_PERSON" ON "PUBLIC"."EXPORT_MEMBER"("PERSON" NULLS FIRST);
CREATE CACHED TABLE "PUBLIC"."BATCH_JOB_INSTANCE"(
    "JOB_INSTANCE_ID" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1) NOT NULL,
    "VERSION" BIGINT,
    "JOB_NAME" CHARACTER VARYING(100) NOT NULL,
    "JOB_KEY" CHARACTER VARYING(32) NOT NULL
);
ALTER TABLE "PUBLIC"."BATCH_JOB_INSTANCE" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_36" PRIMARY KEY("JOB_INSTANCE_ID");
-- 8 +/- SELECT COUNT(*) FROM PUBLIC.BATCH_JOB_INSTANCE;
INSERT INTO "PUBLIC"."BATCH_JOB_INSTANCE" VALUES
(1, 0, 'import', '2d39b5c1ba92d4c3cb0c816d980f1173'),
(2, 0, 'import', '6bd7107c7c07b84c56c00acb2d2a677c'),
(3, 0, 'import', 'baf734a44c4cae9fa68f1bdfd843f6d9'),
(4, 0, 'import', '916b7df4b4353e6763f74df5e28b8551'),
(5, 0, 'report', '52363b6fc825bcc325fffbd6865e854e'),
(6, 0, 'import', '02794e172699e4b1000569abe3c8e06d'),
(7, 0, 'report', 'df19d9ebe5e13acd678c67a2ac398efa'),
(8, 0, 'verify', '11258983b7002165728ff8a897c47da3');
CREATE CACHED TABLE "PUBLIC"."BATCH_JOB_EXECUTION"(
    "JOB_EXECUTION_ID" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1) NOT NULL,
    "VERSION" BIGINT,
    "JOB_INSTANCE_ID" BIGINT NOT NULL,
    "CREATE_TIME" TIMESTAMP(9) NOT NULL,
    "START_TIME" TIMESTAMP(9) DEFAULT NULL,
    "END_TIME" TIMESTAMP(9) DEFAULT NULL,
    "STATUS" CHARACTER VARYING(10),
    "EXIT_CODE" CHARACTER VARYING(2500),
    "EXIT_MESSAGE" CHARACTER VARYING(2500),
    "LAST_UPDATED" TIMESTAMP(9)
);
ALTER TABLE "PUBLIC"."BATCH_JOB_EXECUTION" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_4" PRIMARY KEY("JOB_EXECUTION_ID");
-- 12 +/- SELECT COUNT(*) FROM PUBLIC.BATCH_JOB_EXECUTION;
INSERT INTO "PUBLIC"."BATCH_JOB_EXECUTION" VALUES
(1, 3, 1, TIMESTAMP '2026-11-28 11:27:50.07209083', TIMESTAMP '2026-11-28 11:27:50.26015699', TIMESTAMP '2026-11-28 11:27:58.41015242', 'STOPPED', 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:27:58.491460521'),
(2, 3, 1, TIMESTAMP '2026-11-28 11:27:59.881126434', TIMESTAMP '2026-11-28 11:27:59.888019719', TIMESTAMP '2026-11-28 11:28:03.010925218', 'COMPLETED', 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:03.015182911'),
(3, 3, 2, TIMESTAMP '2026-11-28 11:28:06.533708969', TIMESTAMP '2026-11-28 11:28:06.552892207', TIMESTAMP '2026-11-28 11:28:07.642675968', 'STOPPED', 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:07.644470913'),
(4, 3, 2, TIMESTAMP '2026-11-28 11:28:07.752153245', TIMESTAMP '2026-11-28 11:28:07.806027949', TIMESTAMP '2026-11-28 11:28:08.661704774', 'COMPLETED', 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:08.667711817'),
(5, 3, 3, TIMESTAMP '2026-11-28 11:28:13.734251006', TIMESTAMP '2026-11-28 11:28:13.753324218', TIMESTAMP '2026-11-28 11:28:14.68585904', 'STOPPED', 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:14.701364071'),
(6, 3, 3, TIMESTAMP '2026-11-28 11:28:14.842285836', TIMESTAMP '2026-11-28 11:28:14.854696196', TIMESTAMP '2026-11-28 11:28:15.015272402', 'COMPLETED', 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:15.01640695'),
(7, 3, 4, TIMESTAMP '2026-11-28 11:28:18.153292721', TIMESTAMP '2026-11-28 11:28:18.154365322', TIMESTAMP '2026-11-28 11:28:19.635185347', 'STOPPED', 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:19.63591782'),
(8, 3, 4, TIMESTAMP '2026-11-28 11:28:20.006899192', TIMESTAMP '2026-11-28 11:28:20.008231059', TIMESTAMP '2026-11-28 11:28:20.258868769', 'STOPPED', 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:20.259854077'),
(9, 3, 5, TIMESTAMP '2026-11-28 11:28:20.266774653', TIMESTAMP '2026-11-28 11:28:20.267943294', TIMESTAMP '2026-11-28 11:28:20.989598522', 'COMPLETED', 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:20.998041121'),
(10, 3, 6, TIMESTAMP '2026-11-28 11:28:24.485893928', TIMESTAMP '2026-11-28 11:28:24.500952082', TIMESTAMP '2026-11-28 11:28:24.848420056', 'STOPPED', 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:24.850263403'),
(11, 3, 7, TIMESTAMP '2026-11-28 11:28:24.875048314', TIMESTAMP '2026-11-28 11:28:24.881543562', TIMESTAMP '2026-11-28 11:28:24.919210807', 'COMPLETED', 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:24.919903416'),
(12, 1, 8, TIMESTAMP '2026-11-28 11:28:47.717668591', TIMESTAMP '2026-11-28 11:28:47.915306938', NULL, 'STARTED', 'UNKNOWN', '', TIMESTAMP '2026-11-28 11:28:47.915605548');
CREATE CACHED TABLE "PUBLIC"."BATCH_JOB_EXECUTION_PARAMS"(
    "JOB_EXECUTION_ID" BIGINT NOT NULL,
    "PARAMETER_NAME" CHARACTER VARYING(100) NOT NULL,
    "PARAMETER_TYPE" CHARACTER VARYING(100) NOT NULL,
    "PARAMETER_VALUE" CHARACTER VARYING(2500),
    "IDENTIFYING" CHARACTER(1) NOT NULL
);
-- 15 +/- SELECT COUNT(*) FROM PUBLIC.BATCH_JOB_EXECUTION_PARAMS;
INSERT INTO "PUBLIC"."BATCH_JOB_EXECUTION_PARAMS" VALUES
(1, 'run', 'java.lang.Long', '1', 'Y'),
(2, 'run', 'java.lang.Long', '1', 'Y'),
(3, 'run', 'java.lang.Long', '2', 'Y'),
(4, 'run', 'java.lang.Long', '2', 'Y'),
(5, 'run', 'java.lang.Long', '3', 'Y'),
(6, 'run', 'java.lang.Long', '3', 'Y'),
(7, 'run', 'java.lang.Long', '4', 'Y'),
(8, 'run', 'java.lang.Long', '4', 'Y'),
(9, 'at', 'java.lang.Long', '1795865300262', 'Y'),
(9, 'run', 'java.lang.Long', '4', 'Y'),
(10, 'run', 'java.lang.Long', '5', 'Y'),
(11, 'at', 'java.lang.Long', '1795865304868', 'Y'),
(11, 'run', 'java.lang.Long', '5', 'Y'),
(12, 'run', 'java.lang.Long', '6', 'Y'),
(12, 'export', 'java.lang.Long', '1795865326680', 'Y');
CREATE CACHED TABLE "PUBLIC"."BATCH_STEP_EXECUTION"(
    "STEP_EXECUTION_ID" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1) NOT NULL,
    "VERSION" BIGINT NOT NULL,
    "STEP_NAME" CHARACTER VARYING(100) NOT NULL,
    "JOB_EXECUTION_ID" BIGINT NOT NULL,
    "CREATE_TIME" TIMESTAMP(9) NOT NULL,
    "START_TIME" TIMESTAMP(9) DEFAULT NULL,
    "END_TIME" TIMESTAMP(9) DEFAULT NULL,
    "STATUS" CHARACTER VARYING(10),
    "COMMIT_COUNT" BIGINT,
    "READ_COUNT" BIGINT,
    "FILTER_COUNT" BIGINT,
    "WRITE_COUNT" BIGINT,
    "READ_SKIP_COUNT" BIGINT,
    "WRITE_SKIP_COUNT" BIGINT,
    "PROCESS_SKIP_COUNT" BIGINT,
    "ROLLBACK_COUNT" BIGINT,
    "EXIT_CODE" CHARACTER VARYING(2500),
    "EXIT_MESSAGE" CHARACTER VARYING(2500),
    "LAST_UPDATED" TIMESTAMP(9)
);
ALTER TABLE "PUBLIC"."BATCH_STEP_EXECUTION" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_7A" PRIMARY KEY("STEP_EXECUTION_ID");
-- 28 +/- SELECT COUNT(*) FROM PUBLIC.BATCH_STEP_EXECUTION;
INSERT INTO "PUBLIC"."BATCH_STEP_EXECUTION" VALUES
(1, 4, 'stage', 1, TIMESTAMP '2026-11-28 11:27:50.428390444', TIMESTAMP '2026-11-28 11:27:50.496211607', TIMESTAMP '2026-11-28 11:27:52.218174299', 'COMPLETED', 1, 3, 0, 3, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:27:52.263910253'),
(2, 4, 'plan', 1, TIMESTAMP '2026-11-28 11:27:52.289768096', TIMESTAMP '2026-11-28 11:27:52.527899617', TIMESTAMP '2026-11-28 11:27:56.823212593', 'COMPLETED', 1, 3, 0, 3, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:27:56.909821934'),
(3, 3, 'send', 1, TIMESTAMP '2026-11-28 11:27:56.990032467', TIMESTAMP '2026-11-28 11:27:57.03546931', TIMESTAMP '2026-11-28 11:27:58.226042669', 'STOPPED', 0, 0, 0, 0, 0, 0, 0, 0, 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:27:58.309568177'),
(4, 7, 'send', 2, TIMESTAMP '2026-11-28 11:28:00.00984029', TIMESTAMP '2026-11-28 11:28:00.045784124', TIMESTAMP '2026-11-28 11:28:01.484645096', 'COMPLETED', 3, 3, 0, 3, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:01.521263675'),
(5, 4, 'report', 2, TIMESTAMP '2026-11-28 11:28:01.563179486', TIMESTAMP '2026-11-28 11:28:01.564724022', TIMESTAMP '2026-11-28 11:28:01.932737009', 'COMPLETED', 1, 3, 0, 3, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:02.992059274'),
(6, 4, 'stage', 3, TIMESTAMP '2026-11-28 11:28:06.596383102', TIMESTAMP '2026-11-28 11:28:06.597586578', TIMESTAMP '2026-11-28 11:28:06.736357881', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:06.770785602'),
(7, 4, 'plan', 3, TIMESTAMP '2026-11-28 11:28:06.807036071', TIMESTAMP '2026-11-28 11:28:06.813464114', TIMESTAMP '2026-11-28 11:28:07.3315911', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:07.333413738'),
(8, 3, 'send', 3, TIMESTAMP '2026-11-28 11:28:07.413124794', TIMESTAMP '2026-11-28 11:28:07.414208927', TIMESTAMP '2026-11-28 11:28:07.557044581', 'STOPPED', 0, 0, 0, 0, 0, 0, 0, 0, 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:07.597805256'),
(9, 6, 'send', 4, TIMESTAMP '2026-11-28 11:28:07.824937414', TIMESTAMP '2026-11-28 11:28:07.82601292', TIMESTAMP '2026-11-28 11:28:08.529715467', 'COMPLETED', 2, 2, 0, 2, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:08.547548964'),
(10, 4, 'report', 4, TIMESTAMP '2026-11-28 11:28:08.599677314', TIMESTAMP '2026-11-28 11:28:08.600607698', TIMESTAMP '2026-11-28 11:28:08.616144039', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:08.654092511'),
(11, 4, 'stage', 5, TIMESTAMP '2026-11-28 11:28:13.792658709', TIMESTAMP '2026-11-28 11:28:13.793569707', TIMESTAMP '2026-11-28 11:28:13.951535569', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:13.953145749'),
(12, 4, 'plan', 5, TIMESTAMP '2026-11-28 11:28:13.999998967', TIMESTAMP '2026-11-28 11:28:14.00115792', TIMESTAMP '2026-11-28 11:28:14.328182304', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:14.349618226'),
(13, 3, 'send', 5, TIMESTAMP '2026-11-28 11:28:14.369185905', TIMESTAMP '2026-11-28 11:28:14.369986776', TIMESTAMP '2026-11-28 11:28:14.643892012', 'STOPPED', 0, 0, 0, 0, 0, 0, 0, 0, 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:14.683733685'),
(14, 6, 'send', 6, TIMESTAMP '2026-11-28 11:28:14.862261941', TIMESTAMP '2026-11-28 11:28:14.863375299', TIMESTAMP '2026-11-28 11:28:14.943992424', 'COMPLETED', 2, 2, 0, 2, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:14.946788457'),
(15, 4, 'report', 6, TIMESTAMP '2026-11-28 11:28:14.959033846', TIMESTAMP '2026-11-28 11:28:14.960556331', TIMESTAMP '2026-11-28 11:28:14.969710325', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:15.01218314'),
(16, 4, 'stage', 7, TIMESTAMP '2026-11-28 11:28:18.172018682', TIMESTAMP '2026-11-28 11:28:18.176969825', TIMESTAMP '2026-11-28 11:28:18.310667635', 'COMPLETED', 1, 3, 0, 3, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:18.317862375');
INSERT INTO "PUBLIC"."BATCH_STEP_EXECUTION" VALUES
(17, 4, 'plan', 7, TIMESTAMP '2026-11-28 11:28:18.321866503', TIMESTAMP '2026-11-28 11:28:18.326293484', TIMESTAMP '2026-11-28 11:28:19.340491012', 'COMPLETED', 1, 3, 0, 3, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:19.342156003'),
(18, 3, 'send', 7, TIMESTAMP '2026-11-28 11:28:19.403856761', TIMESTAMP '2026-11-28 11:28:19.420698369', TIMESTAMP '2026-11-28 11:28:19.591809077', 'STOPPED', 0, 0, 0, 0, 0, 0, 0, 0, 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:19.615823754'),
(19, 7, 'send', 8, TIMESTAMP '2026-11-28 11:28:20.123489897', TIMESTAMP '2026-11-28 11:28:20.12468107', TIMESTAMP '2026-11-28 11:28:20.244568837', 'STOPPED', 3, 3, 0, 3, 0, 0, 0, 0, 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:20.24924748'),
(20, 4, 'report', 9, TIMESTAMP '2026-11-28 11:28:20.269110783', TIMESTAMP '2026-11-28 11:28:20.269908238', TIMESTAMP '2026-11-28 11:28:20.509702106', 'COMPLETED', 1, 3, 0, 3, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:20.947588804'),
(21, 4, 'stage', 10, TIMESTAMP '2026-11-28 11:28:24.512477622', TIMESTAMP '2026-11-28 11:28:24.520523157', TIMESTAMP '2026-11-28 11:28:24.552272767', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:24.553389591'),
(22, 4, 'plan', 10, TIMESTAMP '2026-11-28 11:28:24.556097929', TIMESTAMP '2026-11-28 11:28:24.556857042', TIMESTAMP '2026-11-28 11:28:24.762206849', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:24.767999229'),
(23, 3, 'send', 10, TIMESTAMP '2026-11-28 11:28:24.797163101', TIMESTAMP '2026-11-28 11:28:24.798067256', TIMESTAMP '2026-11-28 11:28:24.843933905', 'STOPPED', 0, 0, 0, 0, 0, 0, 0, 0, 'STOPPED', 'org.springframework.batch.core.job.JobInterruptedException', TIMESTAMP '2026-11-28 11:28:24.846677138'),
(24, 4, 'report', 11, TIMESTAMP '2026-11-28 11:28:24.882956722', TIMESTAMP '2026-11-28 11:28:24.883709293', TIMESTAMP '2026-11-28 11:28:24.893777721', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:24.916576679'),
(25, 4, 'stage', 12, TIMESTAMP '2026-11-28 11:28:48.024756644', TIMESTAMP '2026-11-28 11:28:48.143340666', TIMESTAMP '2026-11-28 11:28:48.620584829', 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:48.628747002'),
(26, 4, 'mistakes', 12, TIMESTAMP '2026-11-28 11:28:48.643290832', TIMESTAMP '2026-11-28 11:28:48.648171854', TIMESTAMP '2026-11-28 11:28:48.669310338', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:48.675182237'),
(27, 5, 'groups', 12, TIMESTAMP '2026-11-28 11:28:48.684733295', TIMESTAMP '2026-11-28 11:28:48.689753939', TIMESTAMP '2026-11-28 11:28:48.755939866', 'COMPLETED', 2, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', TIMESTAMP '2026-11-28 11:28:48.761539916'),
(28, 1, 'people', 12, TIMESTAMP '2026-11-28 11:28:48.774321431', TIMESTAMP '2026-11-28 11:28:48.778246701', NULL, 'STARTED', 0, 0, 0, 0, 0, 0, 0, 0, 'EXECUTING', '', TIMESTAMP '2026-11-28 11:28:48.778385541');
CREATE CACHED TABLE "PUBLIC"."BATCH_STEP_EXECUTION_CONTEXT"(
    "STEP_EXECUTION_ID" BIGINT NOT NULL,
    "SHORT_CONTEXT" CHARACTER VARYING(2500) NOT NULL,
    "SERIALIZED_CONTEXT" CHARACTER VARYING
);
ALTER TABLE "PUBLIC"."BATCH_STEP_EXECUTION_CONTEXT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_EF" PRIMARY KEY("STEP_EXECUTION_ID");
-- 28 +/- SELECT COUNT(*) FROM PUBLIC.BATCH_STEP_EXECUTION_CONTEXT;
INSERT INTO "PUBLIC"."BATCH_STEP_EXECUTION_CONTEXT" VALUES
(1, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAPZmlsZS5yZWFkLmNvdW50c3IAEWphdmEubGFuZy5JbnRlZ2VyEuKgpPeBhzgCAAFJAAV2YWx1ZXhyABBqYXZhLmxhbmcuTnVtYmVyhqyVHQuU4IsCAAB4cAAAAAR0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(2, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(3, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAACdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADpvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC5pdGVtLkNodW5rT3JpZW50ZWRTdGVweA==', NULL),
(4, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAACdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADpvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC5pdGVtLkNodW5rT3JpZW50ZWRTdGVweA==', NULL),
(5, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(6, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAPZmlsZS5yZWFkLmNvdW50c3IAEWphdmEubGFuZy5JbnRlZ2VyEuKgpPeBhzgCAAFJAAV2YWx1ZXhyABBqYXZhLmxhbmcuTnVtYmVyhqyVHQuU4IsCAAB4cAAAAAJ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(7, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAJ0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(8, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAACdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADpvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC5pdGVtLkNodW5rT3JpZW50ZWRTdGVweA==', NULL),
(9, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAACdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADpvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC5pdGVtLkNodW5rT3JpZW50ZWRTdGVweA==', NULL),
(10, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAJ0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(11, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAPZmlsZS5yZWFkLmNvdW50c3IAEWphdmEubGFuZy5JbnRlZ2VyEuKgpPeBhzgCAAFJAAV2YWx1ZXhyABBqYXZhLmxhbmcuTnVtYmVyhqyVHQuU4IsCAAB4cAAAAAJ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(12, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAJ0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL);
INSERT INTO "PUBLIC"."BATCH_STEP_EXECUTION_CONTEXT" VALUES
(13, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAACdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADpvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC5pdGVtLkNodW5rT3JpZW50ZWRTdGVweA==', NULL),
(14, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAACdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADpvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC5pdGVtLkNodW5rT3JpZW50ZWRTdGVweA==', NULL),
(15, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAJ0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(16, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAPZmlsZS5yZWFkLmNvdW50c3IAEWphdmEubGFuZy5JbnRlZ2VyEuKgpPeBhzgCAAFJAAV2YWx1ZXhyABBqYXZhLmxhbmcuTnVtYmVyhqyVHQuU4IsCAAB4cAAAAAR0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(17, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(18, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAACdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADpvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC5pdGVtLkNodW5rT3JpZW50ZWRTdGVweA==', NULL),
(19, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAACdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADpvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC5pdGVtLkNodW5rT3JpZW50ZWRTdGVweA==', NULL),
(20, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(21, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAPZmlsZS5yZWFkLmNvdW50c3IAEWphdmEubGFuZy5JbnRlZ2VyEuKgpPeBhzgCAAFJAAV2YWx1ZXhyABBqYXZhLmxhbmcuTnVtYmVyhqyVHQuU4IsCAAB4cAAAAAJ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(22, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAJ0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(23, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAACdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADpvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC5pdGVtLkNodW5rT3JpZW50ZWRTdGVweA==', NULL),
(24, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAFYWZ0ZXJzcgAOamF2YS5sYW5nLkxvbmc7i+SQzI8j3wIAAUoABXZhbHVleHIAEGphdmEubGFuZy5OdW1iZXKGrJUdC5TgiwIAAHhwAAAAAAAAAAJ0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL),
(25, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAPZmlsZS5yZWFkLmNvdW50c3IAEWphdmEubGFuZy5JbnRlZ2VyEuKgpPeBhzgCAAFJAAV2YWx1ZXhyABBqYXZhLmxhbmcuTnVtYmVyhqyVHQuU4IsCAAB4cAAAAAJ0AA5iYXRjaC5zdGVwVHlwZXQAOm9yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLml0ZW0uQ2h1bmtPcmllbnRlZFN0ZXB4', NULL);
INSERT INTO "PUBLIC"."BATCH_STEP_EXECUTION_CONTEXT" VALUES
(26, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACBpby5ncm91cGJhdGNoLnZlcmlmeS5NaXN0YWtlU3RvcHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=', NULL),
(27, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ABNqZGsucHJveHkyLiRQcm94eTY1dAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADdvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC50YXNrbGV0LlRhc2tsZXRTdGVweA==', NULL),
(28, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ABNqZGsucHJveHkyLiRQcm94eTY1dAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADdvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC50YXNrbGV0LlRhc2tsZXRTdGVweA==', NULL);
CREATE CACHED TABLE "PUBLIC"."BATCH_JOB_EXECUTION_CONTEXT"(
    "JOB_EXECUTION_ID" BIGINT NOT NULL,
    "SHORT_CONTEXT" CHARACTER VARYING(2500) NOT NULL,
    "SERIALIZED_CONTEXT" CHARACTER VARYING
);
ALTER TABLE "PUBLIC"."BATCH_JOB_EXECUTION_CONTEXT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_BD" PRIMARY KEY("JOB_EXECUTION_ID");
-- 12 +/- SELECT COUNT(*) FROM PUBLIC.BATCH_JOB_EXECUTION_CONTEXT;
INSERT INTO "PUBLIC"."BATCH_JOB_EXECUTION_CONTEXT" VALUES
(1, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(2, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(3, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(4, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(5, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(6, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(7, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(8, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(9, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(10, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(11, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL),
(12, 'rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==', NULL);
ALTER TABLE "PUBLIC"."BATCH_JOB_INSTANCE" ADD CONSTRAINT "PUBLIC"."JOB_INST_UN" UNIQUE NULLS DISTINCT ("JOB_NAME", "JOB_KEY");
ALTER TABLE "PUBLIC"."BATCH_STEP_EXECUTION" ADD CONSTRAINT "PUBLIC"."JOB_EXEC_STEP_FK" FOREIGN KEY("JOB_EXECUTION_ID") REFERENCES "PUBLIC"."BATCH_JOB_EXECUTION"("JOB_EXECUTION_ID") NOCHECK;
ALTER TABLE "PUBLIC"."BATCH_JOB_EXECUTION_PARAMS" ADD CONSTRAINT "PUBLIC"."JOB_EXEC_PARAMS_FK" FOREIGN KEY("JOB_EXECUTION_ID") REFERENCES "PUBLIC"."BATCH_JOB_EXECUTION"("JOB_EXECUTION_ID") NOCHECK;
ALTER TABLE "PUBLIC"."BATCH_JOB_EXECUTION" ADD CONSTRAINT "PUBLIC"."JOB_INST_EXEC_FK" FOREIGN KEY("JOB_INSTANCE_ID") REFERENCES "PUBLIC"."BATCH_JOB_INSTANCE"("JOB_INSTANCE_ID") NOCHECK;
ALTER TABLE "PUBLIC"."BATCH_JOB_EXECUTION_CONTEXT" ADD CONSTRAINT "PUBLIC"."JOB_EXEC_CTX_FK" FOREIGN KEY("JOB_EXECUTION_ID") REFERENCES "PUBLIC"."BATCH_JOB_EXECUTION"("JOB_EXECUTION_ID") NOCHECK;
ALTER TABLE "PUBLIC"."BATCH_STEP_EXECUTION_CONTEXT" ADD CONSTRAINT "PUBLIC"."STEP_EXEC_CTX_FK" FOREIGN KEY("STEP_EXECUTION_ID") REFERENCES "PUBLIC"."BATCH_STEP_EXECUTION"("STEP_EXECUTION_ID") NOCHECK;