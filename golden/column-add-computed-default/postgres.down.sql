-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: create index items_name_id_idx on items
DROP INDEX items_name_id_idx;
-- step 2 (expand): undo: add column extra to items
-- loses values written since
ALTER TABLE items DROP COLUMN extra;
-- step 1 (expand): undo: change type of name of items
ALTER TABLE items ALTER COLUMN name TYPE varchar(30);
COMMIT;
