-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop view v
DROP VIEW v;
-- step 2 (expand): create view v anew
CREATE VIEW v AS
select id from users;
-- step 3 (contract): drop column nick of users
ALTER TABLE users DROP COLUMN nick;
COMMIT;
