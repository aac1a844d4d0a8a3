-- postgres:14, direct, up: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop foreign key visits_who_fkey of visits
ALTER TABLE visits DROP CONSTRAINT visits_who_fkey;
-- step 2 (expand): drop unique visits_note_key of visits
ALTER TABLE visits DROP CONSTRAINT visits_note_key;
-- step 3 (contract): drop column who of visits
ALTER TABLE visits DROP COLUMN who;
-- step 4 (contract): drop column note of visits
ALTER TABLE visits DROP COLUMN note;
-- step 5 (contract): drop table people
DROP TABLE people;
COMMIT;
