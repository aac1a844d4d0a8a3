-- postgres:14, online, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (contract): undo: drop enum PackageType
CREATE TYPE "PackageType" AS ENUM ('fixed', 'monthly', 'custom');
COMMIT;

-- step 3 (expand): undo: validate check items_kind_check
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: add check items_kind_check to items
ALTER TABLE items DROP CONSTRAINT items_kind_check;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: change type of kind of items
ALTER TABLE items
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN kind TYPE "PackageType" USING kind::"PackageType",
  ALTER COLUMN kind SET DEFAULT 'fixed';
COMMIT;
