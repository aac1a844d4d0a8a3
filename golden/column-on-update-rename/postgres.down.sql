-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: rename primary key notes_pkey to memos_pkey
ALTER TABLE memos RENAME CONSTRAINT memos_pkey TO notes_pkey;
-- step 2 (expand): undo: rename column changed of memos to changed_at
DROP TRIGGER memos_changed_at_on_update ON memos;
DROP FUNCTION memos_changed_at_on_update();
ALTER TABLE memos RENAME COLUMN changed_at TO changed;
CREATE FUNCTION memos_changed_on_update() RETURNS trigger LANGUAGE plpgsql AS $trigger$
BEGIN
  IF NEW.changed IS NOT DISTINCT FROM OLD.changed
    AND current_setting('schemac.backfill', true) IS DISTINCT FROM 'on' THEN
    NEW.changed := now();
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER memos_changed_on_update BEFORE UPDATE ON memos FOR EACH ROW EXECUTE FUNCTION memos_changed_on_update();
-- step 1 (expand): undo: rename table notes to memos
DROP TRIGGER memos_changed_on_update ON memos;
DROP FUNCTION memos_changed_on_update();
ALTER TABLE memos RENAME TO notes;
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
