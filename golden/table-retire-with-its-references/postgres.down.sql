-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (contract): undo: drop table vendors
-- loses the rows
CREATE TABLE vendors (
  id integer NOT NULL,
  CONSTRAINT vendors_pkey PRIMARY KEY (id)
);
-- step 2 (contract): undo: drop column vendor of products
-- loses the values of vendor (and it needs an empty table, being NOT NULL)
ALTER TABLE products ADD COLUMN vendor integer NOT NULL;
-- step 1 (expand): undo: drop foreign key products_vendor_fkey of products
ALTER TABLE products ADD CONSTRAINT products_vendor_fkey FOREIGN KEY (vendor) REFERENCES vendors (id);
COMMIT;
