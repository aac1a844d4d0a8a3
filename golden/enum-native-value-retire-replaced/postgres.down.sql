-- postgres:14, direct, down: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: replace enum PackageType
-- loses which rows held the values that were merged
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "PackageType" RENAME TO "PackageType__old";
CREATE TYPE "PackageType" AS ENUM ('fixed', 'monthly', 'custom');
ALTER TABLE items
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN kind TYPE "PackageType" USING kind::text::"PackageType",
  ALTER COLUMN kind SET DEFAULT 'custom';
DROP TYPE "PackageType__old";
COMMIT;
