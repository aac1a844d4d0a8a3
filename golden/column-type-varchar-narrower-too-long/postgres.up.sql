-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change type of name of users
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  LOCK TABLE users IN ACCESS EXCLUSIVE MODE;
  SELECT count(*), min(left(CAST(ROW(users.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM users WHERE char_length(name::text) > 5;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard fits: name of users does not fit into varchar(5)', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE users ALTER COLUMN name TYPE varchar(5);
COMMIT;
