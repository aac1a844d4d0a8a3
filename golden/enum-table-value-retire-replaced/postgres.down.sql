-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: remove rows of table Kind
INSERT INTO "Kind" (value, "position") VALUES
  ('c', 3);
-- step 1 (expand): undo: rewrite values of kind of items
-- loses which rows held which value
COMMIT;
