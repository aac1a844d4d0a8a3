-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): validate check kinds
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(logs_a.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM logs_a WHERE (kind <> '') IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of logs_a violate kinds', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE logs_a VALIDATE CONSTRAINT kinds;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): create table visits
CREATE TABLE visits (
  id integer NOT NULL,
  day date NOT NULL,
  page text NOT NULL
) PARTITION BY RANGE (day);
-- step 3 (expand): create table visits_2024
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- step 4 (expand): add what is not valid to visits
ALTER TABLE visits ADD CONSTRAINT pages CHECK (page <> '') NOT VALID;
COMMIT;
