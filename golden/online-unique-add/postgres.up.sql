-- postgres:14, online, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 1 (expand): create index users_email_key concurrently
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
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('users_email_key')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('users_email_key')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index users_email_key is being built';
    END IF;
    ALTER INDEX users_email_key RENAME TO users_email_key__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS users_email_key__invalid;
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): add unique users_email_key to users
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
COMMIT;
