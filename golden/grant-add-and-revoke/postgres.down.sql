-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (contract): undo: drop grant GRANT SELECT, INSERT ON TABLE docs TO golden_reader
GRANT SELECT, INSERT ON TABLE docs TO golden_reader;
-- step 2 (expand): undo: create grant GRANT UPDATE (owner) ON TABLE docs TO golden_reader
REVOKE UPDATE (owner) ON TABLE docs FROM golden_reader;
GRANT SELECT, INSERT ON TABLE docs TO golden_reader;
-- step 1 (expand): undo: create grant GRANT SELECT ON TABLE docs TO golden_reader
REVOKE SELECT ON TABLE docs FROM golden_reader;
GRANT SELECT, INSERT ON TABLE docs TO golden_reader;
COMMIT;
