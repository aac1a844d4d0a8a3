-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add column points to users
ALTER TABLE users ADD COLUMN points integer DEFAULT 0 NOT NULL;
-- step 2 (expand): add column tier to users
ALTER TABLE users ADD COLUMN tier varchar(10) DEFAULT 'basic' NOT NULL;
COMMIT;
