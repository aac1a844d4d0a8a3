-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change type of flag of flags
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(flags.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM flags WHERE CASE WHEN flag THEN 1 ELSE 0 END IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard converts: the expression behind `using` gives NULL for flag of flags', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE flags
  ALTER COLUMN flag DROP DEFAULT,
  ALTER COLUMN flag TYPE smallint USING CASE WHEN flag THEN 1 ELSE 0 END,
  ALTER COLUMN flag SET DEFAULT 0;
COMMIT;
