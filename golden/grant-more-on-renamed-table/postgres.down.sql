-- postgres:14, direct, down: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (contract): undo: drop table gone
-- loses the rows
CREATE TABLE gone (
  id integer NOT NULL,
  CONSTRAINT gone_pkey PRIMARY KEY (id)
);
GRANT SELECT ON TABLE gone TO reader;
-- step 4 (contract): undo: drop grant GRANT SELECT ON TABLE papers TO reader
GRANT SELECT ON TABLE papers TO reader;
-- step 3 (expand): undo: create grant GRANT SELECT, INSERT ON TABLE papers TO reader
REVOKE SELECT, INSERT ON TABLE papers FROM reader;
GRANT SELECT ON TABLE papers TO reader;
-- step 2 (expand): undo: rename primary key docs_pkey to papers_pkey
ALTER TABLE papers RENAME CONSTRAINT papers_pkey TO docs_pkey;
-- step 1 (expand): undo: rename table docs to papers
ALTER TABLE papers RENAME TO docs;
COMMIT;
