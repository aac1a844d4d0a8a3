-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (contract): undo: add foreign key items_color_fkey to items
ALTER TABLE items DROP CONSTRAINT items_color_fkey;
-- step 3 (contract): undo: create table Color
-- loses the rows written since
DROP TABLE "Color";
-- step 2 (contract): undo: drop enum Color
CREATE TYPE "Color" AS ENUM ('red', 'green');
-- step 1 (expand): undo: change type of color of items
ALTER TABLE items
  ALTER COLUMN color DROP DEFAULT,
  ALTER COLUMN color TYPE "Color" USING color::"Color",
  ALTER COLUMN color SET DEFAULT 'red';
COMMIT;
