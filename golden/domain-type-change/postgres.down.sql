-- postgres:14, direct, down: 10 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 8 (drop the former domain label): nothing is of the old type
-- step 7 (drop the former domain code): nothing is of the old type
-- step 6 (replace domain code): the old type may hold values that the new one does not
-- step 4 (replace domain label): the old type may hold values that the new one does not
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 8 (drop the former domain label): nothing is of the old type; step 7 (drop the former domain code): nothing is of the old type; step 6 (replace domain code): the old type may hold values that the new one does not; step 4 (replace domain label): the old type may hold values that the new one does not';
END
$guard$;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (expand): undo: create function greet(label)
DROP FUNCTION greet(label);
-- step 9 (expand): undo: create view names
DROP VIEW names;
-- step 8 (expand): undo: drop the former domain label
-- cannot be undone: nothing is of the old type
-- step 7 (expand): undo: drop the former domain code
-- cannot be undone: nothing is of the old type
-- step 6 (expand): undo: replace domain code
-- cannot be undone: the old type may hold values that the new one does not
-- step 5 (expand): undo: add foreign key parts_item_fkey to parts
ALTER TABLE parts DROP CONSTRAINT parts_item_fkey;
-- step 4 (expand): undo: replace domain label
-- cannot be undone: the old type may hold values that the new one does not
-- step 3 (expand): undo: drop view names
CREATE VIEW names AS
select id, name, code from items;
-- step 2 (expand): undo: drop function greet(label)
SET LOCAL check_function_bodies = off;
CREATE FUNCTION greet(who label) returns text language sql AS $$select 'hello ' || who$$;
SET LOCAL check_function_bodies = on;
-- step 1 (expand): undo: drop foreign key parts_item_fkey of parts
ALTER TABLE parts ADD CONSTRAINT parts_item_fkey FOREIGN KEY (item) REFERENCES items (name);
COMMIT;
