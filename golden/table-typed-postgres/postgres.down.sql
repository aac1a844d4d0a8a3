-- postgres:14, direct, down: 8 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 3 (drop the former native address.type): nothing is of the old type
-- step 2 (replace native address.type): the old type may hold values that the new one does not
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 3 (drop the former native address.type): nothing is of the old type; step 2 (replace native address.type): the old type may hold values that the new one does not';
END
$guard$;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): undo: add column c to bound
-- loses values written since
ALTER TABLE bound DROP COLUMN c;
-- step 7 (expand): undo: set bound free of its type
ALTER TABLE bound OF spot;
-- step 6 (expand): undo: make loose of its type
ALTER TABLE loose NOT OF;
-- step 5 (expand): undo: make homes of its type
ALTER TABLE homes NOT OF;
-- step 4 (expand): undo: add column zip to homes
-- loses values written since
ALTER TABLE homes DROP COLUMN zip;
-- step 3 (expand): undo: drop the former native address.type
-- cannot be undone: nothing is of the old type
-- step 2 (expand): undo: replace native address.type
-- cannot be undone: the old type may hold values that the new one does not
-- step 1 (expand): undo: set homes free of its type
ALTER TABLE homes OF address;
COMMIT;
