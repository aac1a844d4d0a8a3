-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: drop policy papers.mine
CREATE POLICY mine ON papers for select using (author = current_user);
-- step 3 (expand): undo: rename primary key docs_pkey to papers_pkey
ALTER TABLE papers RENAME CONSTRAINT papers_pkey TO docs_pkey;
-- step 2 (expand): undo: rename column owner of papers to author
ALTER TABLE papers RENAME COLUMN author TO owner;
-- step 1 (expand): undo: rename table docs to papers
ALTER TABLE papers RENAME TO docs;
COMMIT;
