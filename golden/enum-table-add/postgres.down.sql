-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add foreign key items_kind_fkey to items
ALTER TABLE items DROP CONSTRAINT items_kind_fkey;
-- step 2 (expand): undo: add column kind to items
-- loses values written since
ALTER TABLE items DROP COLUMN kind;
-- step 1 (expand): undo: create table Kind
-- loses the rows written since
DROP TABLE "Kind";
COMMIT;
