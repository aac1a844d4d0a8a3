-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add exclude one to bookings
ALTER TABLE bookings DROP CONSTRAINT one;
-- step 2 (expand): undo: drop exclude one of bookings
ALTER TABLE bookings ADD CONSTRAINT one EXCLUDE USING gist (span WITH &&);
-- step 1 (expand): undo: rename exclude two to three
ALTER TABLE bookings RENAME CONSTRAINT three TO two;
COMMIT;
