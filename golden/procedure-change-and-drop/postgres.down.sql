-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (contract): undo: drop procedure other()
SET LOCAL check_function_bodies = off;
CREATE PROCEDURE other() language sql AS $$select 1$$;
SET LOCAL check_function_bodies = on;
-- step 1 (expand): undo: replace procedure forget(int)
SET LOCAL check_function_bodies = off;
CREATE OR REPLACE PROCEDURE forget(in p int) language sql AS $$delete from users where id = p$$;
SET LOCAL check_function_bodies = on;
COMMIT;
