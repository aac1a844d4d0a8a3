-- postgres:14, online, down: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: set not null on token of carts
ALTER TABLE carts ADD CONSTRAINT carts_token__nn CHECK (token IS NOT NULL) NOT VALID;
ALTER TABLE carts ALTER COLUMN token DROP NOT NULL;
COMMIT;

-- step 4 (expand): undo: validate not null of token of carts
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add check for not null of token of carts
ALTER TABLE carts DROP CONSTRAINT carts_token__nn;
COMMIT;

-- step 2 (backfill): undo: fill column token of carts
-- nothing to undo: the values go with the column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: add column token of carts
-- loses values written since
ALTER TABLE carts DROP COLUMN token;
COMMIT;
