-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop foreign key shirts_size_fkey of shirts
ALTER TABLE shirts DROP CONSTRAINT shirts_size_fkey;
-- step 2 (contract): drop table Size
DROP TABLE "Size";
-- step 3 (contract): create enum Size
CREATE TYPE "Size" AS ENUM ('s', 'm', 'large');
-- step 4 (contract): change type of size of shirts
ALTER TABLE shirts ALTER COLUMN size TYPE "Size" USING CASE size WHEN 'l' THEN 'large' WHEN 'xl' THEN 'large' ELSE size END::"Size";
COMMIT;
