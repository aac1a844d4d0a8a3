-- postgres:14, direct, down: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: add glad to Mood
DROP POLICY seen ON people;
DROP VIEW happy;
LOCK TABLE people IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "Mood" RENAME TO "Mood__old";
CREATE TYPE "Mood" AS ENUM ('sad', 'ok');
ALTER TABLE people ALTER COLUMN mood TYPE "Mood" USING mood::text::"Mood";
DROP TYPE "Mood__old";
CREATE VIEW happy AS
select id from people where mood = 'ok';
CREATE POLICY seen ON people for select using (mood is not null);
COMMIT;
