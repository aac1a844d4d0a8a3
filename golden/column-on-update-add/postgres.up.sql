-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change on update of changed of notes
CREATE FUNCTION notes_changed_on_update() RETURNS trigger LANGUAGE plpgsql AS $trigger$
BEGIN
  IF NEW.changed IS NOT DISTINCT FROM OLD.changed
    AND current_setting('schemac.backfill', true) IS DISTINCT FROM 'on' THEN
    NEW.changed := now();
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER notes_changed_on_update BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION notes_changed_on_update();
COMMIT;
