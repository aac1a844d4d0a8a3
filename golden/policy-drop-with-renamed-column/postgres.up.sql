-- postgres:14, direct, up: 4 steps
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
-- step 2 (expand): rename column owner of papers to author
ALTER TABLE papers RENAME COLUMN owner TO author;
-- step 3 (expand): rename primary key docs_pkey to papers_pkey
ALTER TABLE papers RENAME CONSTRAINT docs_pkey TO papers_pkey;
-- step 4 (expand): drop policy papers.mine
DROP POLICY mine ON papers;
COMMIT;
