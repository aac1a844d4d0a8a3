-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 3 (drop the former domain Extent): nothing is of the old type
-- step 2 (replace domain Extent): the old type may hold values that the new one does not
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 3 (drop the former domain Extent): nothing is of the old type; step 2 (replace domain Extent): the old type may hold values that the new one does not';
END
$guard$;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: drop the former enum Size
-- nothing to undo: the step before has made it
-- step 3 (expand): undo: drop the former domain Extent
-- cannot be undone: nothing is of the old type
-- step 2 (expand): undo: replace domain Extent
-- cannot be undone: the old type may hold values that the new one does not
-- step 1 (expand): undo: replace enum Size
-- loses which rows held the values that were merged
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "Size" RENAME TO "Size__old";
CREATE TYPE "Size" AS ENUM ('small', 'large', 'huge');
ALTER TABLE items ALTER COLUMN size TYPE "Size" USING size::text::"Size";
DROP TYPE "Size__old";
COMMIT;
