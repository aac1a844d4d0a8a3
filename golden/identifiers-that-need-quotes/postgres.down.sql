-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: create index Order Items_select_camelCase_idx on Order Items
DROP INDEX "Order Items_select_camelCase_idx";
-- step 3 (expand): undo: add check Order Items_select_check to Order Items
ALTER TABLE "Order Items" DROP CONSTRAINT "Order Items_select_check";
-- step 2 (expand): undo: add column camelCase to Order Items
-- loses values written since
ALTER TABLE "Order Items" DROP COLUMN "camelCase";
-- step 1 (expand): undo: rename column from of Order Items to select
ALTER TABLE "Order Items" RENAME COLUMN "select" TO "from";
COMMIT;
