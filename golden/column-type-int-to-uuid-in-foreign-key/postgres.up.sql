-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop foreign key orders_user_id_fkey of orders
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;
-- step 2 (expand): convert user_id of orders
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(orders.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM orders WHERE (select u.uuid from users u where u.id = user_id) IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard converts: the expression behind `using` gives NULL for user_id of orders', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;
ALTER TABLE orders ADD COLUMN user_id__new uuid;
UPDATE orders SET user_id__new = (select u.uuid from users u where u.id = user_id);
ALTER TABLE orders DROP COLUMN user_id;
ALTER TABLE orders RENAME COLUMN user_id__new TO user_id;
ALTER TABLE orders ALTER COLUMN user_id SET NOT NULL;
-- step 3 (expand): add foreign key orders_user_id_fkey to orders
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(concat_ws(', ', child.user_id::text), 200)) INTO schemac_rows, schemac_sample
    FROM orders AS child WHERE child.user_id IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM users AS parent WHERE parent.uuid = child.user_id);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-orphans: rows of orders refer to rows of users that do not exist', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE users, orders IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (uuid);
COMMIT;
