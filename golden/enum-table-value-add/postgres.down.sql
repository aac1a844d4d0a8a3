-- postgres:14, direct, down: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: add rows to table Kind
DELETE FROM "Kind" WHERE value = 'first';
UPDATE "Kind" SET "position" = 1 WHERE value = 'a';
UPDATE "Kind" SET "position" = 2 WHERE value = 'b';
COMMIT;
