-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (contract): undo: drop column nick of users
-- loses the values of nick
ALTER TABLE users ADD COLUMN nick varchar(20);
-- step 2 (expand): undo: create view v anew
DROP VIEW v;
-- step 1 (expand): undo: drop view v
CREATE VIEW v AS
select id, nick from users;
COMMIT;
