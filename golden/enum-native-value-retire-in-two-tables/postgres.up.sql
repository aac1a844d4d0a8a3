-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): replace enum Color
LOCK TABLE items, boxes IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "Color" RENAME TO "Color__old";
CREATE TYPE "Color" AS ENUM ('red', 'green');
ALTER TABLE items ALTER COLUMN color TYPE "Color" USING CASE color::text WHEN 'blue' THEN 'green' ELSE color::text END::"Color";
ALTER TABLE boxes
  ALTER COLUMN color DROP DEFAULT,
  ALTER COLUMN color TYPE "Color" USING CASE color::text WHEN 'blue' THEN 'green' ELSE color::text END::"Color",
  ALTER COLUMN color SET DEFAULT 'green';
DROP TYPE "Color__old";
COMMIT;
