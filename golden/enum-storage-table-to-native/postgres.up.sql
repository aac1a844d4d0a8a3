-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop foreign key items_color_fkey of items
ALTER TABLE items DROP CONSTRAINT items_color_fkey;
-- step 2 (contract): drop table Color
DROP TABLE "Color";
-- step 3 (contract): create enum Color
CREATE TYPE "Color" AS ENUM ('red', 'green');
-- step 4 (contract): change type of color of items
ALTER TABLE items
  ALTER COLUMN color DROP DEFAULT,
  ALTER COLUMN color TYPE "Color" USING color::"Color",
  ALTER COLUMN color SET DEFAULT 'red';
COMMIT;
