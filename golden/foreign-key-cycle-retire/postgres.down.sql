-- postgres:14, direct, down: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (contract): undo: drop table a
-- loses the rows
CREATE TABLE a (
  id integer NOT NULL,
  next integer,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);
-- step 5 (contract): undo: drop table b
-- loses the rows
CREATE TABLE b (
  id integer NOT NULL,
  next integer,
  CONSTRAINT b_pkey PRIMARY KEY (id)
);
-- step 4 (contract): undo: drop foreign key a_next_fkey of a
ALTER TABLE a ADD CONSTRAINT a_next_fkey FOREIGN KEY (next) REFERENCES b (id);
-- step 3 (contract): undo: drop table c
-- loses the rows
CREATE TABLE c (
  id integer NOT NULL,
  next integer,
  CONSTRAINT c_pkey PRIMARY KEY (id)
);
-- step 2 (contract): undo: drop foreign key b_next_fkey of b
ALTER TABLE b ADD CONSTRAINT b_next_fkey FOREIGN KEY (next) REFERENCES c (id);
-- step 1 (contract): undo: drop foreign key c_next_fkey of c
ALTER TABLE c ADD CONSTRAINT c_next_fkey FOREIGN KEY (next) REFERENCES a (id);
COMMIT;
