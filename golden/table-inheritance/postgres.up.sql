-- postgres:14, direct, up: 7 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename table base to root
ALTER TABLE base RENAME TO root;
-- step 2 (expand): rename column name of root to title
ALTER TABLE root RENAME COLUMN name TO title;
-- step 3 (expand): rename primary key base_pkey to root_pkey
ALTER TABLE root RENAME CONSTRAINT base_pkey TO root_pkey;
-- step 4 (expand): add column added to root
ALTER TABLE root ADD COLUMN added integer;
-- step 5 (expand): rename index child_name_idx to child_title_idx
ALTER INDEX child_name_idx RENAME TO child_title_idx;
-- step 6 (expand): add check child_extra_check to child
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(child.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM child WHERE (extra > 0) IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of child violate child_extra_check', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE child ADD CONSTRAINT child_extra_check CHECK (extra > 0);
-- step 7 (expand): create table both
CREATE TABLE "both" (
  title text DEFAULT 'y',
  own integer,
  CONSTRAINT both_pkey PRIMARY KEY (id)
) INHERITS (root, marks);
CREATE INDEX both_mark_day_idx ON "both" (mark, day);
COMMIT;
