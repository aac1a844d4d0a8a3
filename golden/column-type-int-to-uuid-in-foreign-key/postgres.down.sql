-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 2 (convert user_id of orders): the old values of user_id cannot be computed from the new ones
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 2 (convert user_id of orders): the old values of user_id cannot be computed from the new ones';
END
$guard$;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add foreign key orders_user_id_fkey to orders
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;
-- step 2 (expand): undo: convert user_id of orders
-- cannot be undone: the old values of user_id cannot be computed from the new ones
-- step 1 (expand): undo: drop foreign key orders_user_id_fkey of orders
ALTER TABLE orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);
COMMIT;
