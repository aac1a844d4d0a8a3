-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add column created_at to a
ALTER TABLE a ADD COLUMN created_at timestamp DEFAULT now() NOT NULL;
-- step 2 (expand): add column deleted_at to a
ALTER TABLE a ADD COLUMN deleted_at timestamp;
-- step 3 (expand): add column created_at to b
ALTER TABLE b ADD COLUMN created_at timestamp DEFAULT now() NOT NULL;
-- step 4 (expand): add column deleted_at to b
ALTER TABLE b ADD COLUMN deleted_at timestamp;
COMMIT;
