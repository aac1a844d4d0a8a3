-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add column a to users
ALTER TABLE users ADD COLUMN a integer;
-- step 2 (expand): create native address.type
create type address as (street text, zip varchar(10));
-- step 3 (expand): create native users_stat.statistics
create statistics users_stat (ndistinct) on id, a from users;
COMMIT;
