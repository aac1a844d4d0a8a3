-- postgres:14, direct, down: 13 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 13 (contract): undo: drop index r_old_note_idx of r_old
CREATE INDEX r_old_note_idx ON r_old (note);
-- step 12 (expand): undo: add primary key r_old_pkey to r_old
ALTER TABLE r_old DROP CONSTRAINT r_old_pkey;
-- step 11 (expand): undo: drop primary key r_old_pkey of r_old
ALTER TABLE r_old ADD CONSTRAINT r_old_pkey PRIMARY KEY (id, day);
-- step 10 (expand): undo: drop default of note of r_old
ALTER TABLE r_old ALTER COLUMN note SET DEFAULT 'old';
-- step 9 (expand): undo: rename check id_is_sane to r_old_is_sane
ALTER TABLE r_old RENAME CONSTRAINT r_old_is_sane TO id_is_sane;
-- step 8 (expand): undo: attach partition r_loose to readings
ALTER TABLE readings DETACH PARTITION r_loose;
-- step 7 (expand): undo: attach partition r_next to readings
ALTER TABLE readings DETACH PARTITION r_next;
-- step 6 (expand): undo: detach partition r_old from readings
ALTER TABLE readings ATTACH PARTITION r_old FOR VALUES FROM ('2019-01-01') TO ('2020-01-02');
-- step 5 (expand): undo: add primary key r_loose_pkey to r_loose
ALTER TABLE r_loose DROP CONSTRAINT r_loose_pkey;
-- step 4 (expand): undo: drop primary key r_loose_pkey of r_loose
ALTER TABLE r_loose ADD CONSTRAINT r_loose_pkey PRIMARY KEY (day, id);
-- step 3 (expand): undo: change type of note of r_loose
ALTER TABLE r_loose
  ALTER COLUMN note DROP DEFAULT,
  ALTER COLUMN note TYPE varchar(10);
-- step 2 (expand): undo: rename check r_loose_id_check to id_is_sane
ALTER TABLE r_loose RENAME CONSTRAINT id_is_sane TO r_loose_id_check;
-- step 1 (expand): undo: detach partition r_next from readings
ALTER TABLE readings ATTACH PARTITION r_next FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
COMMIT;
