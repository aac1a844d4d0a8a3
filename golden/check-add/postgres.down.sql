-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: add check kind_is_known to products
ALTER TABLE products DROP CONSTRAINT kind_is_known;
-- step 1 (expand): undo: add check products_price_check to products
ALTER TABLE products DROP CONSTRAINT products_price_check;
COMMIT;
