-- postgres:14, direct, up: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop view totals
DROP VIEW totals;
-- step 2 (expand): take away total of lines
ALTER TABLE lines DROP COLUMN total;
-- step 3 (expand): change type of count of lines
ALTER TABLE lines ALTER COLUMN count TYPE integer;
-- step 4 (expand): change type of price of lines
ALTER TABLE lines ALTER COLUMN price TYPE bigint;
-- step 5 (expand): generate anew total of lines
ALTER TABLE lines ADD COLUMN total bigint GENERATED ALWAYS AS (count + price) STORED NOT NULL;
CREATE INDEX lines_total_idx ON lines (total);
-- step 6 (expand): create view totals
CREATE VIEW totals AS
select id, total from lines;
COMMIT;
