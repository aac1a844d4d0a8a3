-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create enum Kind
CREATE TYPE "Kind" AS ENUM ('a', 'b', 'other');
-- step 2 (expand): change type of kind of items
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE CASE WHEN kind IN ('a', 'b') THEN kind ELSE 'other' END IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard converts: the expression behind `using` gives NULL for kind of items', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE items ALTER COLUMN kind TYPE "Kind" USING CASE WHEN kind IN ('a', 'b') THEN kind ELSE 'other' END::"Kind";
COMMIT;
