-- postgres:14, direct, up: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add column a_column_with_a_rather_long_name_too_so_that_names_are_cut_1 to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
ALTER TABLE a_table_with_a_rather_long_name_that_leaves_no_room_for_more ADD COLUMN a_column_with_a_rather_long_name_too_so_that_names_are_cut_1 integer DEFAULT 1 NOT NULL;
-- step 2 (expand): add column a_column_with_a_rather_long_name_too_so_that_names_are_cut_2 to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
ALTER TABLE a_table_with_a_rather_long_name_that_leaves_no_room_for_more ADD COLUMN a_column_with_a_rather_long_name_too_so_that_names_are_cut_2 integer DEFAULT 1 NOT NULL;
-- step 3 (expand): add check a_table_with_a_rather_long_name_that_leaves_no_r_4e28cbd6_check to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(a_table_with_a_rather_long_name_that_leaves_no_room_for_more.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM a_table_with_a_rather_long_name_that_leaves_no_room_for_more WHERE (a_column_with_a_rather_long_name_too_so_that_names_are_cut_1 > 0) IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of a_table_with_a_rather_long_name_that_leaves_no_room_for_more violate a_table_with_a_rather_long_name_that_leaves_no_r_4e28cbd6_check', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE a_table_with_a_rather_long_name_that_leaves_no_room_for_more ADD CONSTRAINT a_table_with_a_rather_long_name_that_leaves_no_r_4e28cbd6_check CHECK (a_column_with_a_rather_long_name_too_so_that_names_are_cut_1 > 0);
-- step 4 (expand): add check a_table_with_a_rather_long_name_that_leaves_no_r_30e2edd1_check to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(a_table_with_a_rather_long_name_that_leaves_no_room_for_more.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM a_table_with_a_rather_long_name_that_leaves_no_room_for_more WHERE (a_column_with_a_rather_long_name_too_so_that_names_are_cut_2 > 0) IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of a_table_with_a_rather_long_name_that_leaves_no_room_for_more violate a_table_with_a_rather_long_name_that_leaves_no_r_30e2edd1_check', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE a_table_with_a_rather_long_name_that_leaves_no_room_for_more ADD CONSTRAINT a_table_with_a_rather_long_name_that_leaves_no_r_30e2edd1_check CHECK (a_column_with_a_rather_long_name_too_so_that_names_are_cut_2 > 0);
-- step 5 (expand): create index a_table_with_a_rather_long_name_that_leaves_no_roo_f42adbd9_idx on a_table_with_a_rather_long_name_that_leaves_no_room_for_more
CREATE INDEX a_table_with_a_rather_long_name_that_leaves_no_roo_f42adbd9_idx ON a_table_with_a_rather_long_name_that_leaves_no_room_for_more (a_column_with_a_rather_long_name_too_so_that_names_are_cut_1);
-- step 6 (expand): create index a_table_with_a_rather_long_name_that_leaves_no_roo_e0ab9db5_idx on a_table_with_a_rather_long_name_that_leaves_no_room_for_more
CREATE INDEX a_table_with_a_rather_long_name_that_leaves_no_roo_e0ab9db5_idx ON a_table_with_a_rather_long_name_that_leaves_no_room_for_more (a_column_with_a_rather_long_name_too_so_that_names_are_cut_2);
COMMIT;
