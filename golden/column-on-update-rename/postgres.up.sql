-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename table notes to memos
DROP TRIGGER notes_changed_on_update ON notes;
DROP FUNCTION notes_changed_on_update();
ALTER TABLE notes RENAME TO memos;
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
-- step 2 (expand): rename column changed of memos to changed_at
DROP TRIGGER memos_changed_on_update ON memos;
DROP FUNCTION memos_changed_on_update();
ALTER TABLE memos RENAME COLUMN changed TO changed_at;
CREATE FUNCTION memos_changed_at_on_update() RETURNS trigger LANGUAGE plpgsql AS $trigger$
BEGIN
  IF NEW.changed_at IS NOT DISTINCT FROM OLD.changed_at
    AND current_setting('schemac.backfill', true) IS DISTINCT FROM 'on' THEN
    NEW.changed_at := now();
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER memos_changed_at_on_update BEFORE UPDATE ON memos FOR EACH ROW EXECUTE FUNCTION memos_changed_at_on_update();
-- step 3 (expand): rename primary key notes_pkey to memos_pkey
ALTER TABLE memos RENAME CONSTRAINT notes_pkey TO memos_pkey;
COMMIT;
