-- postgres:14, direct, down: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): undo: create view totals
DROP VIEW totals;
-- step 5 (expand): undo: generate anew total of lines
ALTER TABLE lines DROP COLUMN total;
-- step 4 (expand): undo: change type of price of lines
ALTER TABLE lines ALTER COLUMN price TYPE integer;
-- step 3 (expand): undo: change type of count of lines
ALTER TABLE lines ALTER COLUMN count TYPE smallint;
-- step 2 (expand): undo: take away total of lines
ALTER TABLE lines ADD COLUMN total bigint GENERATED ALWAYS AS (count + price) STORED NOT NULL;
CREATE INDEX lines_total_idx ON lines (total);
-- step 1 (expand): undo: drop view totals
CREATE VIEW totals AS
select id, total from lines;
COMMIT;
