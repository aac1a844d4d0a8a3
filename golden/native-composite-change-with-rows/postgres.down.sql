-- postgres:14, direct, down: 10 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 10 (drop the former native addr.type): nothing is of the old type
-- step 9 (drop the former domain good_addr): nothing is of the old type
-- step 8 (replace domain good_addr): the old type may hold values that the new one does not
-- step 6 (drop the former domain small): nothing is of the old type
-- step 5 (drop the former native person.type): nothing is of the old type
-- step 4 (replace native person.type): the old type may hold values that the new one does not
-- step 3 (replace native addr.type): the old type may hold values that the new one does not
-- step 1 (replace domain small): the old type may hold values that the new one does not
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 10 (drop the former native addr.type): nothing is of the old type; step 9 (drop the former domain good_addr): nothing is of the old type; step 8 (replace domain good_addr): the old type may hold values that the new one does not; step 6 (drop the former domain small): nothing is of the old type; step 5 (drop the former native person.type): nothing is of the old type; step 4 (replace native person.type): the old type may hold values that the new one does not; step 3 (replace native addr.type): the old type may hold values that the new one does not; step 1 (replace domain small): the old type may hold values that the new one does not';
END
$guard$;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (expand): undo: drop the former native addr.type
-- cannot be undone: nothing is of the old type
-- step 9 (expand): undo: drop the former domain good_addr
-- cannot be undone: nothing is of the old type
-- step 8 (expand): undo: replace domain good_addr
-- cannot be undone: the old type may hold values that the new one does not
-- step 7 (expand): undo: create function zip(addr)
DROP FUNCTION zip(addr);
-- step 6 (expand): undo: drop the former domain small
-- cannot be undone: nothing is of the old type
-- step 5 (expand): undo: drop the former native person.type
-- cannot be undone: nothing is of the old type
-- step 4 (expand): undo: replace native person.type
-- cannot be undone: the old type may hold values that the new one does not
-- step 3 (expand): undo: replace native addr.type
-- cannot be undone: the old type may hold values that the new one does not
-- step 2 (expand): undo: drop function zip(addr)
SET LOCAL check_function_bodies = off;
CREATE FUNCTION zip(a addr) returns text language sql immutable AS $$select a.zip$$;
SET LOCAL check_function_bodies = on;
-- step 1 (expand): undo: replace domain small
-- cannot be undone: the old type may hold values that the new one does not
COMMIT;
