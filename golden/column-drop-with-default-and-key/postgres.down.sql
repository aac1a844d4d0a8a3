-- postgres:14, direct, down: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (contract): undo: drop table people
-- loses the rows
CREATE TABLE people (
  id integer NOT NULL,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);
-- step 4 (contract): undo: drop column note of visits
-- loses the values of note
ALTER TABLE visits ADD COLUMN note varchar(20);
ALTER TABLE visits ALTER COLUMN note SET DEFAULT 'none';
-- step 3 (contract): undo: drop column who of visits
-- loses the values of who
ALTER TABLE visits ADD COLUMN who integer;
ALTER TABLE visits ALTER COLUMN who SET DEFAULT 33;
-- step 2 (expand): undo: drop unique visits_note_key of visits
ALTER TABLE visits ADD CONSTRAINT visits_note_key UNIQUE (note);
-- step 1 (expand): undo: drop foreign key visits_who_fkey of visits
ALTER TABLE visits ADD CONSTRAINT visits_who_fkey FOREIGN KEY (who) REFERENCES people (id);
COMMIT;
