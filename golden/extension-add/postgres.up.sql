-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create extension citext
CREATE EXTENSION IF NOT EXISTS citext;
-- step 2 (expand): add column mail to users
ALTER TABLE users ADD COLUMN mail citext;
COMMIT;
