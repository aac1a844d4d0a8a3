-- postgres:14, online, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: add unique users_email_key to users
ALTER TABLE users DROP CONSTRAINT users_email_key;
CREATE UNIQUE INDEX users_email_key ON users (email);
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 1 (expand): undo: create index users_email_key concurrently
DROP INDEX CONCURRENTLY users_email_key;
RESET lock_timeout;
RESET statement_timeout;
