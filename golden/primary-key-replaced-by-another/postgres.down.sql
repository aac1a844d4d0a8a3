-- postgres:14, direct, down: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: add foreign key logins_code_fkey to logins
ALTER TABLE logins DROP CONSTRAINT logins_code_fkey;
-- step 4 (expand): undo: add unique users_code_key to users
ALTER TABLE users DROP CONSTRAINT users_code_key;
-- step 3 (expand): undo: add primary key users_pkey to users
ALTER TABLE users DROP CONSTRAINT users_pkey;
-- step 2 (expand): undo: drop primary key users_pkey of users
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (code);
-- step 1 (expand): undo: drop foreign key logins_code_fkey of logins
ALTER TABLE logins ADD CONSTRAINT logins_code_fkey FOREIGN KEY (code) REFERENCES users (code);
COMMIT;
