-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: create index items_note on items
DROP INDEX items_note;
-- step 2 (expand): undo: create index items_like on items
DROP INDEX items_like;
-- step 1 (expand): undo: create index items_code on items
DROP INDEX items_code;
COMMIT;
