-- postgres:14, direct, up: 8 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): set homes free of its type
ALTER TABLE homes NOT OF;
-- step 2 (expand): replace native address.type
ALTER TYPE address RENAME TO address__old;
create type address as (id int, street text, zip text);
-- step 3 (expand): drop the former native address.type
DROP TYPE address__old;
-- step 4 (expand): add column zip to homes
ALTER TABLE homes ADD COLUMN zip text;
-- step 5 (expand): make homes of its type
ALTER TABLE homes OF address;
-- step 6 (expand): make loose of its type
ALTER TABLE loose OF spot;
-- step 7 (expand): set bound free of its type
ALTER TABLE bound NOT OF;
-- step 8 (expand): add column c to bound
ALTER TABLE bound ADD COLUMN c integer;
COMMIT;
