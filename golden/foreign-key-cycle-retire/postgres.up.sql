-- postgres:14, direct, up: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (contract): drop foreign key c_next_fkey of c
ALTER TABLE c DROP CONSTRAINT c_next_fkey;
-- step 2 (contract): drop foreign key b_next_fkey of b
ALTER TABLE b DROP CONSTRAINT b_next_fkey;
-- step 3 (contract): drop table c
DROP TABLE c;
-- step 4 (contract): drop foreign key a_next_fkey of a
ALTER TABLE a DROP CONSTRAINT a_next_fkey;
-- step 5 (contract): drop table b
DROP TABLE b;
-- step 6 (contract): drop table a
DROP TABLE a;
COMMIT;
