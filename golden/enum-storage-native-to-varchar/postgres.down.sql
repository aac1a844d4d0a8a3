-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (contract): undo: drop enum PackageType
CREATE TYPE "PackageType" AS ENUM ('fixed', 'monthly', 'custom');
-- step 2 (expand): undo: add check items_kind_check to items
ALTER TABLE items DROP CONSTRAINT items_kind_check;
-- step 1 (expand): undo: change type of kind of items
ALTER TABLE items DROP CONSTRAINT kind_if_active;
ALTER TABLE items
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN kind TYPE "PackageType" USING kind::"PackageType",
  ALTER COLUMN kind SET DEFAULT 'fixed';
ALTER TABLE items ADD CONSTRAINT kind_if_active CHECK (active OR kind <> 'custom');
COMMIT;
