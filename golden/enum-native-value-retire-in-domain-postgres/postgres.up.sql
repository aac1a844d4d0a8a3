-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): replace enum Size
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "Size" RENAME TO "Size__old";
CREATE TYPE "Size" AS ENUM ('small', 'large');
ALTER TABLE items ALTER COLUMN size TYPE "Size" USING CASE size::text WHEN 'huge' THEN 'large' ELSE size::text END::"Size";
-- step 2 (expand): replace domain Extent
ALTER DOMAIN "Extent" RENAME TO "Extent__old";
CREATE DOMAIN "Extent" AS "Size";
-- step 3 (expand): drop the former domain Extent
DROP DOMAIN "Extent__old";
-- step 4 (expand): drop the former enum Size
DROP TYPE "Size__old";
COMMIT;
