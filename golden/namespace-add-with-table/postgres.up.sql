-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create namespace golden_shop
CREATE SCHEMA golden_shop;
-- step 2 (expand): create table golden_shop.orders
CREATE TABLE golden_shop.orders (
  id integer NOT NULL,
  buyer integer NOT NULL,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
);
-- step 3 (expand): add foreign key orders_buyer_fkey to golden_shop.orders
ALTER TABLE golden_shop.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES users (id);
COMMIT;
