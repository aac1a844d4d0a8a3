-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create table Kind
CREATE TABLE "Kind" (
  value text NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT "Kind_pkey" PRIMARY KEY (value)
);
INSERT INTO "Kind" (value, "position") VALUES
  ('a', 1),
  ('b', 2),
  ('c d', 3);
-- step 2 (expand): add column kind to items
ALTER TABLE items ADD COLUMN kind text DEFAULT 'a' NOT NULL;
-- step 3 (expand): add foreign key items_kind_fkey to items
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(concat_ws(', ', child.kind::text), 200)) INTO schemac_rows, schemac_sample
    FROM items AS child WHERE child.kind IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM "Kind" AS parent WHERE parent.value = child.kind);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-orphans: rows of items refer to rows of Kind that do not exist', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE items ADD CONSTRAINT items_kind_fkey FOREIGN KEY (kind) REFERENCES "Kind" (value);
COMMIT;
