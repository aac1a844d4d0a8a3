-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add unique users_code_key to users
ALTER TABLE users DROP CONSTRAINT users_code_key;
-- step 2 (expand): undo: add primary key users_pkey to users
ALTER TABLE users DROP CONSTRAINT users_pkey;
-- step 1 (expand): undo: drop primary key users_pkey of users
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (code);
COMMIT;
