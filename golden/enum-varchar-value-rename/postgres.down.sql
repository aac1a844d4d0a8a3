-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: add check items_kind_check to items
ALTER TABLE items DROP CONSTRAINT items_kind_check;
-- step 3 (expand): undo: set default of kind of items
ALTER TABLE items ALTER COLUMN kind SET DEFAULT 'b';
-- step 2 (expand): undo: rewrite values of kind of items
UPDATE items SET kind = CASE kind WHEN 'bee' THEN 'b' ELSE kind END;
-- step 1 (expand): undo: drop check items_kind_check of items
ALTER TABLE items ADD CONSTRAINT items_kind_check CHECK (kind IN ('a', 'b'));
COMMIT;
