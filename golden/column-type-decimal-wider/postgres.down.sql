-- postgres:14, direct, down: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: change type of price of prices
ALTER TABLE prices
  ALTER COLUMN price DROP DEFAULT,
  ALTER COLUMN price TYPE numeric(8,2),
  ALTER COLUMN price SET DEFAULT 1.25;
COMMIT;
