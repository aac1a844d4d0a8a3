-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): replace enum PackageType
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE kind::text = 'custom';
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard value-unused: rows of items still hold ''custom'' in kind', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "PackageType" RENAME TO "PackageType__old";
CREATE TYPE "PackageType" AS ENUM ('fixed', 'monthly');
ALTER TABLE items
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN kind TYPE "PackageType" USING kind::text::"PackageType",
  ALTER COLUMN kind SET DEFAULT 'fixed';
DROP TYPE "PackageType__old";
COMMIT;
