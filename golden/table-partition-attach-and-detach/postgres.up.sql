-- postgres:14, direct, up: 13 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): detach partition r_next from readings
ALTER TABLE readings DETACH PARTITION r_next;
-- step 2 (expand): rename check r_loose_id_check to id_is_sane
ALTER TABLE r_loose RENAME CONSTRAINT r_loose_id_check TO id_is_sane;
-- step 3 (expand): change type of note of r_loose
ALTER TABLE r_loose
  ALTER COLUMN note TYPE text,
  ALTER COLUMN note SET DEFAULT 'old';
-- step 4 (expand): drop primary key r_loose_pkey of r_loose
ALTER TABLE r_loose DROP CONSTRAINT r_loose_pkey;
-- step 5 (expand): add primary key r_loose_pkey to r_loose
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT sum(n), min(sample) INTO schemac_rows, schemac_sample FROM (
    SELECT count(*) AS n, left(concat_ws(', ', (id)::text, (day)::text), 200) AS sample FROM r_loose WHERE (id) IS NOT NULL AND (day) IS NOT NULL GROUP BY (id), (day) HAVING count(*) > 1) AS duplicates;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-duplicates: rows of r_loose share id, day', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE r_loose ADD CONSTRAINT r_loose_pkey PRIMARY KEY (id, day);
-- step 6 (expand): detach partition r_old from readings
ALTER TABLE readings DETACH PARTITION r_old;
-- step 7 (expand): attach partition r_next to readings
ALTER TABLE readings ATTACH PARTITION r_next FOR VALUES FROM ('2021-01-01') TO ('2023-01-01');
-- step 8 (expand): attach partition r_loose to readings
ALTER TABLE readings ATTACH PARTITION r_loose FOR VALUES FROM (MINVALUE) TO ('2019-01-01');
-- step 9 (expand): rename check id_is_sane to r_old_is_sane
ALTER TABLE r_old RENAME CONSTRAINT id_is_sane TO r_old_is_sane;
-- step 10 (expand): drop default of note of r_old
ALTER TABLE r_old ALTER COLUMN note DROP DEFAULT;
-- step 11 (expand): drop primary key r_old_pkey of r_old
ALTER TABLE r_old DROP CONSTRAINT r_old_pkey;
-- step 12 (expand): add primary key r_old_pkey to r_old
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT sum(n), min(sample) INTO schemac_rows, schemac_sample FROM (
    SELECT count(*) AS n, left(concat_ws(', ', (id)::text), 200) AS sample FROM r_old WHERE (id) IS NOT NULL GROUP BY (id) HAVING count(*) > 1) AS duplicates;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-duplicates: rows of r_old share id', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE r_old ADD CONSTRAINT r_old_pkey PRIMARY KEY (id);
-- step 13 (contract): drop index r_old_note_idx of r_old
DROP INDEX r_old_note_idx;
COMMIT;
