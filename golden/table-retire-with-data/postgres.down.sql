-- postgres:14, direct, down: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (contract): undo: drop table logs
-- loses the rows
CREATE TABLE logs (
  id integer NOT NULL,
  user_id integer NOT NULL,
  line text NOT NULL,
  CONSTRAINT logs_pkey PRIMARY KEY (id)
);
CREATE INDEX logs_user_id_idx ON logs (user_id);
ALTER TABLE logs ADD CONSTRAINT logs_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);
COMMIT;
