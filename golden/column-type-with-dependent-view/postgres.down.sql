-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: create view names
DROP VIEW names;
-- step 2 (expand): undo: change type of name of users
ALTER TABLE users ALTER COLUMN name TYPE varchar(20);
-- step 1 (expand): undo: drop view names
CREATE VIEW names AS
select id, name from users;
COMMIT;
