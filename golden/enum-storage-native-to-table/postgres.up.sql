-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change type of color of items
ALTER TABLE items
  ALTER COLUMN color DROP DEFAULT,
  ALTER COLUMN color TYPE text,
  ALTER COLUMN color SET DEFAULT 'red';
-- step 2 (contract): drop enum Color
DROP TYPE "Color";
-- step 3 (contract): create table Color
CREATE TABLE "Color" (
  value text NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT "Color_pkey" PRIMARY KEY (value)
);
INSERT INTO "Color" (value, "position") VALUES
  ('red', 1),
  ('green', 2);
-- step 4 (contract): add foreign key items_color_fkey to items
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(concat_ws(', ', child.color::text), 200)) INTO schemac_rows, schemac_sample
    FROM items AS child WHERE child.color IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM "Color" AS parent WHERE parent.value = child.color);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-orphans: rows of items refer to rows of Color that do not exist', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE items ADD CONSTRAINT items_color_fkey FOREIGN KEY (color) REFERENCES "Color" (value);
COMMIT;
