-- postgres:14, direct, down: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (contract): undo: create table events_c
-- loses the rows written since
DROP TABLE events_c;
-- step 5 (contract): undo: drop table events_b
CREATE TABLE events_b PARTITION OF events FOR VALUES IN ('b') PARTITION BY RANGE (id);
-- step 4 (contract): undo: drop table events_b_low
CREATE TABLE events_b_low PARTITION OF events_b FOR VALUES FROM (MINVALUE) TO (100);
-- step 3 (contract): undo: drop table events_b_high
CREATE TABLE events_b_high PARTITION OF events_b FOR VALUES FROM (100) TO (MAXVALUE);
-- step 2 (contract): undo: drop table logs
-- loses the rows
CREATE TABLE logs (
  id integer NOT NULL
) PARTITION BY HASH (id);
-- step 1 (contract): undo: drop table logs_0
-- loses the rows
CREATE TABLE logs_0 PARTITION OF logs FOR VALUES WITH (modulus 1, remainder 0);
COMMIT;
