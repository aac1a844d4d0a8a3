-- postgres:14, direct, down: 7 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): undo: create table both
-- loses the rows written since
DROP TABLE "both";
-- step 6 (expand): undo: add check child_extra_check to child
ALTER TABLE child DROP CONSTRAINT child_extra_check;
-- step 5 (expand): undo: rename index child_name_idx to child_title_idx
ALTER INDEX child_title_idx RENAME TO child_name_idx;
-- step 4 (expand): undo: add column added to root
-- loses values written since
ALTER TABLE root DROP COLUMN added;
-- step 3 (expand): undo: rename primary key base_pkey to root_pkey
ALTER TABLE root RENAME CONSTRAINT root_pkey TO base_pkey;
-- step 2 (expand): undo: rename column name of root to title
ALTER TABLE root RENAME COLUMN title TO name;
-- step 1 (expand): undo: rename table base to root
ALTER TABLE root RENAME TO base;
COMMIT;
