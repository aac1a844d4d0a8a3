-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: comment on table logs
COMMENT ON TABLE logs IS 'To be removed.';
-- step 2 (expand): undo: comment on table orders
COMMENT ON TABLE orders IS NULL;
-- step 1 (expand): undo: comment on table users
COMMENT ON TABLE users IS 'Old words about users.';
COMMIT;
