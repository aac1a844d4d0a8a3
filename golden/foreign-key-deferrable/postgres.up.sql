-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add foreign key orders_buyer_fkey to orders
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(concat_ws(', ', child.buyer::text), 200)) INTO schemac_rows, schemac_sample
    FROM orders AS child WHERE child.buyer IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM users AS parent WHERE parent.id = child.buyer);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-orphans: rows of orders refer to rows of users that do not exist', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE users, orders IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED;
COMMIT;
