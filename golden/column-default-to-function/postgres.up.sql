-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): set default of token of users
ALTER TABLE users ALTER COLUMN token SET DEFAULT gen_random_uuid();
-- step 2 (expand): set default of since of users
ALTER TABLE users ALTER COLUMN since SET DEFAULT now();
-- step 3 (expand): set default of day of users
ALTER TABLE users ALTER COLUMN day SET DEFAULT CURRENT_DATE;
COMMIT;
