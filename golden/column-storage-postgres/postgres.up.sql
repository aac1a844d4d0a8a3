-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change settings of body of docs
ALTER TABLE docs ALTER COLUMN body SET STATISTICS 500, ALTER COLUMN body SET STORAGE external;
-- step 2 (expand): change settings of note of docs
ALTER TABLE docs ALTER COLUMN note SET STATISTICS -1, ALTER COLUMN note SET (n_distinct = -0.5);
COMMIT;
