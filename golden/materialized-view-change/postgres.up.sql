-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop materialized view totals
DROP MATERIALIZED VIEW totals;
-- step 2 (expand): create materialized view totals anew
CREATE MATERIALIZED VIEW totals AS
select count(*) as n, max(id) as newest, name from users group by name;
CREATE INDEX totals_n ON totals (n);
CREATE UNIQUE INDEX totals_name ON totals (name);
COMMENT ON MATERIALIZED VIEW totals IS 'Counted by name.';
COMMIT;
