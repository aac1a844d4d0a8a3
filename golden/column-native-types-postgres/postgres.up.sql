-- postgres:14, direct, up: 7 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add column net to t
ALTER TABLE t ADD COLUMN net inet;
-- step 2 (expand): add column search to t
ALTER TABLE t ADD COLUMN search tsvector;
-- step 3 (expand): add column span to t
ALTER TABLE t ADD COLUMN span tstzrange;
-- step 4 (expand): add column bits to t
ALTER TABLE t ADD COLUMN bits bit(8);
-- step 5 (expand): add column wait to t
ALTER TABLE t ADD COLUMN wait interval;
-- step 6 (expand): add column tags to t
ALTER TABLE t ADD COLUMN tags text[] DEFAULT '{}' NOT NULL;
-- step 7 (expand): add column plain to t
ALTER TABLE t ADD COLUMN plain json;
COMMIT;
