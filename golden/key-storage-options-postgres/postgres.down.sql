-- postgres:14, direct, down: 7 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): undo: add exclude t_during_excl to t
ALTER TABLE t DROP CONSTRAINT t_during_excl;
-- step 6 (expand): undo: add unique t_c_d_key to t
ALTER TABLE t DROP CONSTRAINT t_c_d_key;
-- step 5 (expand): undo: change settings of unique t_c_key
ALTER INDEX t_c_key RESET (fillfactor);
COMMENT ON INDEX t_c_key IS NULL;
-- step 4 (expand): undo: change settings of unique t_b_key
ALTER INDEX t_b_key SET (fillfactor = 80);
ALTER INDEX t_b_key SET (deduplicate_items = false);
-- step 3 (expand): undo: change settings of primary key t_pkey
ALTER INDEX t_pkey SET (fillfactor = 70);
COMMENT ON INDEX t_pkey IS 'of the rows';
-- step 2 (expand): undo: add column during to t
-- loses values written since
ALTER TABLE t DROP COLUMN during;
-- step 1 (expand): undo: add column d to t
-- loses values written since
ALTER TABLE t DROP COLUMN d;
COMMIT;
