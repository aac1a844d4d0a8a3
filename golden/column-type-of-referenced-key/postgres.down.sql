-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: change type of buyer of orders
ALTER TABLE orders ALTER COLUMN buyer TYPE integer;
-- step 2 (expand): undo: change type of parent of users
ALTER TABLE users ALTER COLUMN parent TYPE integer;
-- step 1 (expand): undo: change type of id of users
ALTER TABLE users ALTER COLUMN id TYPE integer;
COMMIT;
