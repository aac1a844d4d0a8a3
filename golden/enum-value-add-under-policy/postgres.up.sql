-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add glad to Mood
ALTER TYPE "Mood" ADD VALUE 'glad' AFTER 'ok';
COMMIT;
