-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create index docs_data on docs
CREATE INDEX docs_data ON docs USING gin (data);
-- step 2 (expand): create index docs_span on docs
CREATE INDEX docs_span ON docs USING gist (span);
-- step 3 (expand): create index docs_hash on docs
CREATE INDEX docs_hash ON docs USING hash (id);
COMMIT;
