-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (contract): undo: drop grant GRANT SELECT ON TABLE a TO reader
GRANT SELECT ON TABLE a TO reader;
-- step 1 (expand): undo: create grant GRANT SELECT ON TABLE c TO reader
REVOKE SELECT ON TABLE c FROM reader;
COMMIT;
