-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: add primary key members_pkey to members
ALTER TABLE members DROP CONSTRAINT members_pkey;
-- step 1 (expand): undo: drop primary key members_pkey of members
ALTER TABLE members ADD CONSTRAINT members_pkey PRIMARY KEY (club);
COMMIT;
