-- postgres:14, direct, down: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: add black, blue to Color
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "Color" RENAME TO "Color__old";
CREATE TYPE "Color" AS ENUM ('red', 'green');
ALTER TABLE items
  ALTER COLUMN color DROP DEFAULT,
  ALTER COLUMN color TYPE "Color" USING color::text::"Color",
  ALTER COLUMN color SET DEFAULT 'red';
DROP TYPE "Color__old";
COMMIT;
