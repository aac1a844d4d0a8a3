-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: create grant GRANT SELECT ON TABLE reports TO reader
REVOKE SELECT ON TABLE reports FROM reader;
-- step 2 (expand): undo: create view ours
DROP VIEW ours;
-- step 1 (expand): undo: create table t
-- loses the rows written since
DROP TABLE t;
COMMIT;
