-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop view dear_orders
DROP VIEW dear_orders;
-- step 2 (expand): rename column cost of orders to price
ALTER TABLE orders RENAME COLUMN cost TO price;
-- step 3 (expand): create view dear_orders anew
CREATE VIEW dear_orders AS
select id, price from orders where price > 100;
COMMIT;
