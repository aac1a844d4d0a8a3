-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create table t
CREATE TABLE t (
  id integer NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
-- step 2 (expand): create view ours
CREATE VIEW ours AS
select id from reports;
-- step 3 (expand): create grant GRANT SELECT ON TABLE reports TO reader
GRANT SELECT ON TABLE reports TO reader;
COMMIT;
