-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename table order_items to line_items
ALTER TABLE order_items RENAME TO line_items;
-- step 2 (expand): rename primary key order_items_pkey to line_items_pkey
ALTER TABLE line_items RENAME CONSTRAINT order_items_pkey TO line_items_pkey;
-- step 3 (expand): rename check order_items_title_check to line_items_title_check
ALTER TABLE line_items RENAME CONSTRAINT order_items_title_check TO line_items_title_check;
-- step 4 (expand): rename index order_items_title_idx to line_items_title_idx
ALTER INDEX order_items_title_idx RENAME TO line_items_title_idx;
COMMIT;
