-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: create view paid_orders
DROP VIEW paid_orders;
-- step 2 (expand): undo: replace enum Status
-- loses which rows held the values that were merged
LOCK TABLE orders, events IN ACCESS EXCLUSIVE MODE;
ALTER TABLE orders DROP CONSTRAINT total_of_paid;
DROP INDEX orders_open;
ALTER TYPE "Status" RENAME TO "Status__old";
CREATE TYPE "Status" AS ENUM ('fresh', 'paid', 'legacy', 'done');
ALTER TABLE orders
  ALTER COLUMN status DROP DEFAULT,
  ALTER COLUMN status TYPE "Status" USING status::text::"Status",
  ALTER COLUMN status SET DEFAULT 'fresh',
  ALTER COLUMN history TYPE "Status"[] USING history::text[]::"Status"[];
ALTER TABLE events ALTER COLUMN status TYPE "Status" USING status::text::"Status";
CREATE INDEX orders_open ON orders (id) WHERE (status <> 'done');
ALTER TABLE orders ADD CONSTRAINT total_of_paid CHECK (status <> 'paid' OR total > 0);
DROP TYPE "Status__old";
-- step 1 (expand): undo: drop view paid_orders
CREATE VIEW paid_orders AS
select id, status from orders where status = 'paid';
COMMIT;
