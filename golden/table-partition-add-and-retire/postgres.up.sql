-- postgres:14, direct, up: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (contract): drop table logs_0
DROP TABLE logs_0;
-- step 2 (contract): drop table logs
DROP TABLE logs;
-- step 3 (contract): drop table events_b_high
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  LOCK TABLE events_b_high IN ACCESS EXCLUSIVE MODE;
  SELECT count(*), min(left(CAST(ROW(events_b_high.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM events_b_high;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard table-empty: table events_b_high is not empty', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DROP TABLE events_b_high;
-- step 4 (contract): drop table events_b_low
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  LOCK TABLE events_b_low IN ACCESS EXCLUSIVE MODE;
  SELECT count(*), min(left(CAST(ROW(events_b_low.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM events_b_low;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard table-empty: table events_b_low is not empty', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DROP TABLE events_b_low;
-- step 5 (contract): drop table events_b
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  LOCK TABLE events_b IN ACCESS EXCLUSIVE MODE;
  SELECT count(*), min(left(CAST(ROW(events_b.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM events_b;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard table-empty: table events_b is not empty', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DROP TABLE events_b;
-- step 6 (contract): create table events_c
CREATE TABLE events_c PARTITION OF events FOR VALUES IN ('c', 'd');
CREATE INDEX events_c_id_idx ON events_c (id);
COMMIT;
