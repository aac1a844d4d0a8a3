-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): take away total of lines
ALTER TABLE lines DROP COLUMN total;
-- step 2 (expand): change type of count of lines
ALTER TABLE lines ALTER COLUMN count TYPE bigint;
-- step 3 (expand): generate anew total of lines
ALTER TABLE lines ADD COLUMN total bigint GENERATED ALWAYS AS (count * 3) STORED;
CREATE INDEX lines_total_idx ON lines (total);
-- step 4 (expand): generate anew noted of lines
DROP TRIGGER lines_noted_on_update ON lines;
DROP FUNCTION lines_noted_on_update();
ALTER TABLE lines DROP COLUMN noted;
ALTER TABLE lines ADD COLUMN noted timestamptz GENERATED ALWAYS AS (seen) STORED;
COMMIT;
