-- postgres:14, online, down: 22 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 22 (expand): undo: let column no of visits count by itself
CREATE SEQUENCE visits_no_seq__new AS smallint;
SELECT setval('visits_no_seq__new', last_value, is_called) FROM visits_no_seq;
ALTER TABLE visits ALTER COLUMN no DROP IDENTITY;
ALTER TABLE visits ALTER COLUMN no SET DEFAULT nextval('visits_no_seq__new');
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 21 (expand): undo: set not null on no of visits
ALTER TABLE visits ADD CONSTRAINT visits_no__nn CHECK (no IS NOT NULL) NOT VALID;
ALTER TABLE visits ALTER COLUMN no DROP NOT NULL;
COMMIT;

-- step 20 (expand): undo: validate not null of no of visits
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 19 (expand): undo: add check for not null of no of visits
ALTER TABLE visits DROP CONSTRAINT visits_no__nn;
COMMIT;

-- step 18 (backfill): undo: fill column no of visits
-- nothing to undo: the values go with the column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 17 (expand): undo: add column no of visits
-- loses values written since
ALTER TABLE visits DROP COLUMN no;
DROP SEQUENCE visits_no_seq__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): undo: add unique notes_no_key to notes
ALTER TABLE notes DROP CONSTRAINT notes_no_key;
CREATE UNIQUE INDEX notes_no_key ON notes (no);
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 15 (expand): undo: create index notes_no_key concurrently
DROP INDEX CONCURRENTLY notes_no_key;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 14 (expand): undo: let column no of notes count by itself
CREATE SEQUENCE notes_no_seq__new AS integer INCREMENT BY -1 START WITH -1;
SELECT setval('notes_no_seq__new', last_value, is_called) FROM notes_no_seq;
ALTER TABLE notes ALTER COLUMN no DROP IDENTITY;
ALTER TABLE notes ALTER COLUMN no SET DEFAULT nextval('notes_no_seq__new');
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 13 (expand): undo: set not null on no of notes
ALTER TABLE notes ADD CONSTRAINT notes_no__nn CHECK (no IS NOT NULL) NOT VALID;
ALTER TABLE notes ALTER COLUMN no DROP NOT NULL;
COMMIT;

-- step 12 (expand): undo: validate not null of no of notes
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 11 (expand): undo: add check for not null of no of notes
ALTER TABLE notes DROP CONSTRAINT notes_no__nn;
COMMIT;

-- step 10 (backfill): undo: fill column no of notes
-- nothing to undo: the values go with the column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): undo: add column no of notes
-- loses values written since
ALTER TABLE notes DROP COLUMN no;
DROP SEQUENCE notes_no_seq__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): undo: add primary key logs_pkey to logs
ALTER TABLE logs DROP CONSTRAINT logs_pkey;
CREATE UNIQUE INDEX logs_pkey ON logs (id);
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 7 (expand): undo: create index logs_pkey concurrently
DROP INDEX CONCURRENTLY logs_pkey;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): undo: let column id of logs count by itself
CREATE SEQUENCE logs_id_seq__new AS bigint;
SELECT setval('logs_id_seq__new', last_value, is_called) FROM logs_id_seq;
ALTER TABLE logs ALTER COLUMN id DROP IDENTITY;
ALTER TABLE logs ALTER COLUMN id SET DEFAULT nextval('logs_id_seq__new');
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: set not null on id of logs
ALTER TABLE logs ADD CONSTRAINT logs_id__nn CHECK (id IS NOT NULL) NOT VALID;
ALTER TABLE logs ALTER COLUMN id DROP NOT NULL;
COMMIT;

-- step 4 (expand): undo: validate not null of id of logs
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add check for not null of id of logs
ALTER TABLE logs DROP CONSTRAINT logs_id__nn;
COMMIT;

-- step 2 (backfill): undo: fill column id of logs
-- nothing to undo: the values go with the column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: add column id of logs
-- loses values written since
ALTER TABLE logs DROP COLUMN id;
DROP SEQUENCE logs_id_seq__new;
COMMIT;
