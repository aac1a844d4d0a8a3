-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: generate anew noted of lines
-- loses the values of noted, which are computed from now on
ALTER TABLE lines DROP COLUMN noted;
ALTER TABLE lines ADD COLUMN noted timestamptz;
CREATE FUNCTION lines_noted_on_update() RETURNS trigger LANGUAGE plpgsql AS $trigger$
BEGIN
  IF NEW.noted IS NOT DISTINCT FROM OLD.noted
    AND current_setting('schemac.backfill', true) IS DISTINCT FROM 'on' THEN
    NEW.noted := now();
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER lines_noted_on_update BEFORE UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION lines_noted_on_update();
-- step 3 (expand): undo: generate anew total of lines
ALTER TABLE lines DROP COLUMN total;
-- step 2 (expand): undo: change type of count of lines
ALTER TABLE lines ALTER COLUMN count TYPE integer;
-- step 1 (expand): undo: take away total of lines
ALTER TABLE lines ADD COLUMN total integer GENERATED ALWAYS AS (count * 2) STORED;
CREATE INDEX lines_total_idx ON lines (total);
COMMIT;
