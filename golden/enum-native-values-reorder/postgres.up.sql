-- postgres:14, direct, up: 1 step
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
CREATE TYPE "Size" AS ENUM ('small', 'medium', 'large');
ALTER TABLE items ALTER COLUMN size TYPE "Size" USING size::text::"Size";
DROP TYPE "Size__old";
COMMIT;
