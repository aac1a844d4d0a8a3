-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop check items_kind_check of items
ALTER TABLE items DROP CONSTRAINT items_kind_check;
-- step 2 (expand): rewrite values of kind of items
UPDATE items SET kind = CASE kind WHEN 'b' THEN 'bee' ELSE kind END WHERE kind IN ('b');
-- step 3 (expand): set default of kind of items
ALTER TABLE items ALTER COLUMN kind SET DEFAULT 'bee';
-- step 4 (expand): add check items_kind_check to items
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE (kind IN ('a', 'bee')) IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of items violate items_kind_check', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE items ADD CONSTRAINT items_kind_check CHECK (kind IN ('a', 'bee'));
COMMIT;
