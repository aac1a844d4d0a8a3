-- postgres:14, direct, down: 7 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): undo: add column plain to t
-- loses values written since
ALTER TABLE t DROP COLUMN plain;
-- step 6 (expand): undo: add column tags to t
-- loses values written since
ALTER TABLE t DROP COLUMN tags;
-- step 5 (expand): undo: add column wait to t
-- loses values written since
ALTER TABLE t DROP COLUMN wait;
-- step 4 (expand): undo: add column bits to t
-- loses values written since
ALTER TABLE t DROP COLUMN bits;
-- step 3 (expand): undo: add column span to t
-- loses values written since
ALTER TABLE t DROP COLUMN span;
-- step 2 (expand): undo: add column search to t
-- loses values written since
ALTER TABLE t DROP COLUMN search;
-- step 1 (expand): undo: add column net to t
-- loses values written since
ALTER TABLE t DROP COLUMN net;
COMMIT;
