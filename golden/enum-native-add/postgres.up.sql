-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create enum PackageType
CREATE TYPE "PackageType" AS ENUM ('fixed', 'monthly', 'per use');
-- step 2 (expand): add column kind to items
ALTER TABLE items ADD COLUMN kind "PackageType" DEFAULT 'monthly' NOT NULL;
COMMIT;
