-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change type of name of items
ALTER TABLE items ALTER COLUMN name TYPE varchar(40);
-- step 2 (expand): add column extra to items
ALTER TABLE items ADD COLUMN extra uuid DEFAULT gen_random_uuid();
-- step 3 (expand): create index items_name_id_idx on items
CREATE INDEX items_name_id_idx ON items (name, id);
COMMIT;
