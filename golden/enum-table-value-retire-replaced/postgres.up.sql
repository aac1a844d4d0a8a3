-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rewrite values of kind of items
UPDATE items SET kind = CASE kind WHEN 'c' THEN 'a' ELSE kind END WHERE kind IN ('c');
-- step 2 (expand): remove rows of table Kind
DELETE FROM "Kind" WHERE value = 'c';
COMMIT;
