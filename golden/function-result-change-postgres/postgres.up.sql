-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop function twice(int)
DROP FUNCTION twice(int);
-- step 2 (expand): create function twice(int) anew
SET LOCAL check_function_bodies = off;
CREATE FUNCTION twice(a int) returns bigint language sql immutable AS $$select a * 2::bigint$$;
SET LOCAL check_function_bodies = on;
COMMIT;
