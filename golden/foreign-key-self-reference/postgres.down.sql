-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: add foreign key nodes_parent_fkey to nodes
ALTER TABLE nodes DROP CONSTRAINT nodes_parent_fkey;
-- step 3 (expand): undo: create table nodes
-- loses the rows written since
DROP TABLE nodes;
-- step 2 (expand): undo: add foreign key users_boss_fkey to users
ALTER TABLE users DROP CONSTRAINT users_boss_fkey;
-- step 1 (expand): undo: add column boss to users
-- loses values written since
ALTER TABLE users DROP COLUMN boss;
COMMIT;
