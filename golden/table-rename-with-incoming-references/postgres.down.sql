-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: rename index order_items_title_idx to line_items_title_idx
ALTER INDEX line_items_title_idx RENAME TO order_items_title_idx;
-- step 3 (expand): undo: rename check order_items_title_check to line_items_title_check
ALTER TABLE line_items RENAME CONSTRAINT line_items_title_check TO order_items_title_check;
-- step 2 (expand): undo: rename primary key order_items_pkey to line_items_pkey
ALTER TABLE line_items RENAME CONSTRAINT line_items_pkey TO order_items_pkey;
-- step 1 (expand): undo: rename table order_items to line_items
ALTER TABLE line_items RENAME TO order_items;
COMMIT;
