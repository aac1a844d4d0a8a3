-- postgres:18, direct, down: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: change whose is not null of c of g
ALTER TABLE p ALTER CONSTRAINT p_c_not_null NO INHERIT;
ALTER TABLE g ALTER COLUMN c DROP NOT NULL;
ALTER TABLE h RENAME CONSTRAINT p_c_not_null TO h_c_not_null;
ALTER TABLE p ALTER CONSTRAINT p_c_not_null INHERIT;
COMMIT;
