-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (contract): undo: change type of color of items
ALTER TABLE items
  ALTER COLUMN color DROP DEFAULT,
  ALTER COLUMN color TYPE text,
  ALTER COLUMN color SET DEFAULT 'red';
-- step 3 (contract): undo: create enum Color
DROP TYPE "Color";
-- step 2 (contract): undo: drop table Color
-- loses the rows
CREATE TABLE "Color" (
  value text NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT "Color_pkey" PRIMARY KEY (value)
);
INSERT INTO "Color" (value, "position") VALUES
  ('red', 1),
  ('green', 2);
-- step 1 (expand): undo: drop foreign key items_color_fkey of items
ALTER TABLE items ADD CONSTRAINT items_color_fkey FOREIGN KEY (color) REFERENCES "Color" (value);
COMMIT;
