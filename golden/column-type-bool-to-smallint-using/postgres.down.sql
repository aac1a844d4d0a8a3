-- postgres:14, direct, down: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 1 (change type of flag of flags): PostgreSQL has no way from smallint back to bool
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 1 (change type of flag of flags): PostgreSQL has no way from smallint back to bool';
END
$guard$;

-- step 1 (expand): undo: change type of flag of flags
-- cannot be undone: PostgreSQL has no way from smallint back to bool
