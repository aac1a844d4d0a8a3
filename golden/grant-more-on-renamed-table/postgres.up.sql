-- postgres:14, direct, up: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename table docs to papers
ALTER TABLE docs RENAME TO papers;
-- step 2 (expand): rename primary key docs_pkey to papers_pkey
ALTER TABLE papers RENAME CONSTRAINT docs_pkey TO papers_pkey;
-- step 3 (expand): create grant GRANT SELECT, INSERT ON TABLE papers TO reader
GRANT SELECT, INSERT ON TABLE papers TO reader;
-- step 4 (contract): drop grant GRANT SELECT ON TABLE papers TO reader
REVOKE SELECT ON TABLE papers FROM reader;
GRANT SELECT, INSERT ON TABLE papers TO reader;
-- step 5 (contract): drop table gone
DROP TABLE gone;
COMMIT;
