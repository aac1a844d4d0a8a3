-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: create view dear_orders anew
DROP VIEW dear_orders;
-- step 2 (expand): undo: rename column cost of orders to price
ALTER TABLE orders RENAME COLUMN price TO cost;
-- step 1 (expand): undo: drop view dear_orders
CREATE VIEW dear_orders AS
select id, cost from orders where cost > 100;
COMMIT;
