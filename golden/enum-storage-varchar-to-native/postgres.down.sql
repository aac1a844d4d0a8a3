-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: change type of kind of items
ALTER TABLE items
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN kind TYPE varchar(50),
  ALTER COLUMN kind SET DEFAULT 'fixed';
-- step 2 (expand): undo: drop check items_kind_check of items
ALTER TABLE items ADD CONSTRAINT items_kind_check CHECK (kind IN ('fixed', 'monthly', 'custom'));
-- step 1 (expand): undo: create enum PackageType
DROP TYPE "PackageType";
COMMIT;
