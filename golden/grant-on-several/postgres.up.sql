-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create grant GRANT SELECT ON TABLE c TO reader
GRANT SELECT ON TABLE c TO reader;
-- step 2 (contract): drop grant GRANT SELECT ON TABLE a TO reader
REVOKE SELECT ON TABLE a FROM reader;
COMMIT;
