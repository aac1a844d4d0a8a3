-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add column email to users
ALTER TABLE users ADD COLUMN email varchar(100);
-- step 2 (expand): add column age to users
ALTER TABLE users ADD COLUMN age integer;
-- step 3 (expand): add unique users_email_key to users
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT sum(n), min(sample) INTO schemac_rows, schemac_sample FROM (
    SELECT count(*) AS n, left(concat_ws(', ', (email)::text), 200) AS sample FROM users WHERE (email) IS NOT NULL GROUP BY (email) HAVING count(*) > 1) AS duplicates;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-duplicates: rows of users share email', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);
-- step 4 (expand): add check users_age_check to users
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(users.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM users WHERE (age >= 0) IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of users violate users_age_check', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (age >= 0);
COMMIT;
