-- postgres:18, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): make not null not valid of a of users
ALTER TABLE users ALTER COLUMN a DROP NOT NULL;
ALTER TABLE users ADD CONSTRAINT a_known NOT NULL a NOT VALID;
-- step 2 (expand): validate not null of b of users
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(users.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM users WHERE b IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: b of users is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE users VALIDATE CONSTRAINT b_known;
-- step 3 (expand): change who inherits not null of c of users
ALTER TABLE users ALTER CONSTRAINT c_known NO INHERIT;
-- step 4 (expand): comment on not null of d of users
COMMENT ON CONSTRAINT d_known ON users IS 'Every user has one.';
COMMIT;
