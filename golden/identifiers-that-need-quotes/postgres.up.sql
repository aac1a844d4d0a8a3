-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename column from of Order Items to select
ALTER TABLE "Order Items" RENAME COLUMN "from" TO "select";
-- step 2 (expand): add column camelCase to Order Items
ALTER TABLE "Order Items" ADD COLUMN "camelCase" integer DEFAULT 1 NOT NULL;
-- step 3 (expand): add check Order Items_select_check to Order Items
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW("Order Items".*) AS text), 200)) INTO schemac_rows, schemac_sample FROM "Order Items" WHERE ("select" >= 0) IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of Order Items violate Order Items_select_check', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE "Order Items" ADD CONSTRAINT "Order Items_select_check" CHECK ("select" >= 0);
-- step 4 (expand): create index Order Items_select_camelCase_idx on Order Items
CREATE INDEX "Order Items_select_camelCase_idx" ON "Order Items" ("select", "camelCase");
COMMIT;
