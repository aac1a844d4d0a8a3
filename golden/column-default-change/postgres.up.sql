-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): set default of a of users
ALTER TABLE users ALTER COLUMN a SET DEFAULT 7;
-- step 2 (expand): set default of b of users
ALTER TABLE users ALTER COLUMN b SET DEFAULT 8;
-- step 3 (expand): drop default of c of users
ALTER TABLE users ALTER COLUMN c DROP DEFAULT;
-- step 4 (expand): set default of label of users
ALTER TABLE users ALTER COLUMN label SET DEFAULT E'it''s "new" \\ äö';
COMMIT;
