-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: remove rows of table Kind
INSERT INTO "Kind" (value, "position") VALUES
  ('b', 2);
-- step 2 (expand): undo: rewrite values of kind of items
UPDATE items SET kind = CASE kind WHEN 'bee' THEN 'b' ELSE kind END;
-- step 1 (expand): undo: add rows to table Kind
DELETE FROM "Kind" WHERE value = 'bee';
COMMIT;
