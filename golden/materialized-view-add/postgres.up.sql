-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create materialized view totals
CREATE MATERIALIZED VIEW totals AS
select count(*) as n, name from users group by name;
CREATE UNIQUE INDEX totals_name ON totals (name);
COMMIT;
