-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: create table m2
-- loses the rows written since
DROP TABLE m2;
-- step 2 (expand): undo: create table m1
-- loses the rows written since
DROP TABLE m1;
-- step 1 (expand): undo: create table measurements
-- loses the rows written since
DROP TABLE measurements;
COMMIT;
