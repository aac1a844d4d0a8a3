-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create index items_code on items
CREATE INDEX items_code ON items (code) INCLUDE (note) WITH (fillfactor = 70);
-- step 2 (expand): create index items_like on items
CREATE INDEX items_like ON items (code varchar_pattern_ops);
-- step 3 (expand): create index items_note on items
CREATE INDEX items_note ON items (note DESC NULLS LAST);
COMMIT;
