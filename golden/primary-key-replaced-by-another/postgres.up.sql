-- postgres:14, direct, up: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop foreign key logins_code_fkey of logins
ALTER TABLE logins DROP CONSTRAINT logins_code_fkey;
-- step 2 (expand): drop primary key users_pkey of users
ALTER TABLE users DROP CONSTRAINT users_pkey;
-- step 3 (expand): add primary key users_pkey to users
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT sum(n), min(sample) INTO schemac_rows, schemac_sample FROM (
    SELECT count(*) AS n, left(concat_ws(', ', (id)::text), 200) AS sample FROM users WHERE (id) IS NOT NULL GROUP BY (id) HAVING count(*) > 1) AS duplicates;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-duplicates: rows of users share id', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
-- step 4 (expand): add unique users_code_key to users
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT sum(n), min(sample) INTO schemac_rows, schemac_sample FROM (
    SELECT count(*) AS n, left(concat_ws(', ', (code)::text), 200) AS sample FROM users WHERE (code) IS NOT NULL GROUP BY (code) HAVING count(*) > 1) AS duplicates;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-duplicates: rows of users share code', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE users ADD CONSTRAINT users_code_key UNIQUE (code);
-- step 5 (expand): add foreign key logins_code_fkey to logins
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(concat_ws(', ', child.code::text), 200)) INTO schemac_rows, schemac_sample
    FROM logins AS child WHERE child.code IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM users AS parent WHERE parent.code = child.code);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-orphans: rows of logins refer to rows of users that do not exist', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE users, logins IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE logins ADD CONSTRAINT logins_code_fkey FOREIGN KEY (code) REFERENCES users (code);
COMMIT;
