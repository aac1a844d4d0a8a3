-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: add check users_age_check to users
ALTER TABLE users DROP CONSTRAINT users_age_check;
-- step 3 (expand): undo: add unique users_email_key to users
ALTER TABLE users DROP CONSTRAINT users_email_key;
-- step 2 (expand): undo: add column age to users
-- loses values written since
ALTER TABLE users DROP COLUMN age;
-- step 1 (expand): undo: add column email to users
-- loses values written since
ALTER TABLE users DROP COLUMN email;
COMMIT;
