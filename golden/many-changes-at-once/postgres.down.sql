-- postgres:14, direct, down: 24 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 24 (contract): undo: drop enum Status
CREATE TYPE "Status" AS ENUM ('open', 'done');
-- step 23 (contract): undo: create view open_orders anew
DROP VIEW open_orders;
-- step 22 (contract): undo: create index orders_status_price_idx on orders
DROP INDEX orders_status_price_idx;
-- step 21 (contract): undo: add check orders_status_check to orders
ALTER TABLE orders DROP CONSTRAINT orders_status_check;
-- step 20 (contract): undo: drop column old of orders
-- loses the values of old
ALTER TABLE orders ADD COLUMN old integer;
-- step 19 (contract): undo: change type of status of orders
ALTER TABLE orders
  ALTER COLUMN status DROP DEFAULT,
  ALTER COLUMN status TYPE "Status" USING status::"Status",
  ALTER COLUMN status SET DEFAULT 'open';
-- step 18 (contract): undo: drop index orders_status_idx of orders
CREATE INDEX orders_status_idx ON orders (status);
-- step 17 (contract): undo: add unique people_email_key to people
ALTER TABLE people DROP CONSTRAINT people_email_key;
-- step 16 (contract): undo: change type of email of people
ALTER TABLE people ALTER COLUMN email TYPE varchar(50);
-- step 15 (contract): undo: drop index users_mail_idx of people
CREATE INDEX users_mail_idx ON people (email);
-- step 14 (expand): undo: add foreign key audit_order_id_fkey to audit
ALTER TABLE audit DROP CONSTRAINT audit_order_id_fkey;
-- step 13 (expand): undo: create table audit
-- loses the rows written since
DROP TABLE audit;
-- step 12 (expand): undo: add foreign key orders_buyer_fkey to orders
ALTER TABLE orders DROP CONSTRAINT orders_buyer_fkey;
-- step 11 (expand): undo: change type of price of orders
ALTER TABLE orders DROP CONSTRAINT orders_price_check;
ALTER TABLE orders ALTER COLUMN price TYPE integer;
ALTER TABLE orders ADD CONSTRAINT orders_price_check CHECK (price >= 0);
-- step 10 (expand): undo: change type of buyer of orders
ALTER TABLE orders ALTER COLUMN buyer TYPE integer;
-- step 9 (expand): undo: rename column cost of orders to price
ALTER TABLE orders RENAME COLUMN price TO cost;
-- step 8 (expand): undo: drop view open_orders
CREATE VIEW open_orders AS
select id, cost from orders where status = 'open';
-- step 7 (expand): undo: change type of id of people
ALTER TABLE people ALTER COLUMN id TYPE integer;
-- step 6 (expand): undo: rename primary key users_pkey to people_pkey
ALTER TABLE people RENAME CONSTRAINT people_pkey TO users_pkey;
-- step 5 (expand): undo: drop foreign key orders_buyer_fkey of orders
ALTER TABLE orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES people (id);
-- step 4 (expand): undo: add column note to orders
-- loses values written since
ALTER TABLE orders DROP COLUMN note;
-- step 3 (expand): undo: rename check orders_cost_check to orders_price_check
ALTER TABLE orders RENAME CONSTRAINT orders_price_check TO orders_cost_check;
-- step 2 (expand): undo: rename column mail of people to email
ALTER TABLE people RENAME COLUMN email TO mail;
-- step 1 (expand): undo: rename table users to people
ALTER TABLE people RENAME TO users;
COMMIT;
