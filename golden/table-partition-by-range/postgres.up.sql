-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create table measurements
CREATE TABLE measurements (
  id integer NOT NULL,
  day date NOT NULL
) PARTITION BY RANGE (day);
-- step 2 (expand): create table m1
CREATE TABLE m1 PARTITION OF measurements FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
-- step 3 (expand): create table m2
CREATE TABLE m2 PARTITION OF measurements DEFAULT;
COMMIT;
