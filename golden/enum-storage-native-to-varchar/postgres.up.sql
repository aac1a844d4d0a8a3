-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change type of kind of items
ALTER TABLE items DROP CONSTRAINT kind_if_active;
ALTER TABLE items
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN kind TYPE varchar(50),
  ALTER COLUMN kind SET DEFAULT 'fixed';
ALTER TABLE items ADD CONSTRAINT kind_if_active CHECK (active OR kind <> 'custom');
-- step 2 (expand): add check items_kind_check to items
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE (kind IN ('fixed', 'monthly', 'custom')) IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of items violate items_kind_check', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE items ADD CONSTRAINT items_kind_check CHECK (kind IN ('fixed', 'monthly', 'custom'));
-- step 3 (contract): drop enum PackageType
DROP TYPE "PackageType";
COMMIT;
