-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add rows to table Kind
INSERT INTO "Kind" (value, "position") VALUES
  ('bee', 2);
-- step 2 (expand): rewrite values of kind of items
UPDATE items SET kind = CASE kind WHEN 'b' THEN 'bee' ELSE kind END WHERE kind IN ('b');
-- step 3 (expand): remove rows of table Kind
DELETE FROM "Kind" WHERE value = 'b';
COMMIT;
