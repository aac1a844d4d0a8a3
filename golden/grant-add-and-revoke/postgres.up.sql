-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create grant GRANT select ON TABLE docs TO golden_reader
GRANT select ON TABLE docs TO golden_reader;
-- step 2 (expand): create grant GRANT update (owner) ON TABLE docs TO golden_reader
GRANT update (owner) ON TABLE docs TO golden_reader;
-- step 3 (contract): drop grant GRANT select, insert ON TABLE docs TO golden_reader
REVOKE select, insert ON TABLE docs FROM golden_reader;
GRANT select ON TABLE docs TO golden_reader;
GRANT update (owner) ON TABLE docs TO golden_reader;
COMMIT;
