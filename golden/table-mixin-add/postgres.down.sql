-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: add column deleted_at to b
-- loses values written since
ALTER TABLE b DROP COLUMN deleted_at;
-- step 3 (expand): undo: add column created_at to b
-- loses values written since
ALTER TABLE b DROP COLUMN created_at;
-- step 2 (expand): undo: add column deleted_at to a
-- loses values written since
ALTER TABLE a DROP COLUMN deleted_at;
-- step 1 (expand): undo: add column created_at to a
-- loses values written since
ALTER TABLE a DROP COLUMN created_at;
COMMIT;
