-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create domain Positive
CREATE DOMAIN "Positive" AS integer CONSTRAINT positive CHECK (value > 0);
-- step 2 (expand): add column size to items
ALTER TABLE items ADD COLUMN size "Positive" DEFAULT 1 NOT NULL;
COMMIT;
