-- postgres:14, direct, down: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): undo: create index a_table_with_a_rather_long_name_that_leaves_no_roo_e0ab9db5_idx on a_table_with_a_rather_long_name_that_leaves_no_room_for_more
DROP INDEX a_table_with_a_rather_long_name_that_leaves_no_roo_e0ab9db5_idx;
-- step 5 (expand): undo: create index a_table_with_a_rather_long_name_that_leaves_no_roo_f42adbd9_idx on a_table_with_a_rather_long_name_that_leaves_no_room_for_more
DROP INDEX a_table_with_a_rather_long_name_that_leaves_no_roo_f42adbd9_idx;
-- step 4 (expand): undo: add check a_table_with_a_rather_long_name_that_leaves_no_r_30e2edd1_check to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
ALTER TABLE a_table_with_a_rather_long_name_that_leaves_no_room_for_more DROP CONSTRAINT a_table_with_a_rather_long_name_that_leaves_no_r_30e2edd1_check;
-- step 3 (expand): undo: add check a_table_with_a_rather_long_name_that_leaves_no_r_4e28cbd6_check to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
ALTER TABLE a_table_with_a_rather_long_name_that_leaves_no_room_for_more DROP CONSTRAINT a_table_with_a_rather_long_name_that_leaves_no_r_4e28cbd6_check;
-- step 2 (expand): undo: add column a_column_with_a_rather_long_name_too_so_that_names_are_cut_2 to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
-- loses values written since
ALTER TABLE a_table_with_a_rather_long_name_that_leaves_no_room_for_more DROP COLUMN a_column_with_a_rather_long_name_too_so_that_names_are_cut_2;
-- step 1 (expand): undo: add column a_column_with_a_rather_long_name_too_so_that_names_are_cut_1 to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
-- loses values written since
ALTER TABLE a_table_with_a_rather_long_name_that_leaves_no_room_for_more DROP COLUMN a_column_with_a_rather_long_name_too_so_that_names_are_cut_1;
COMMIT;
