-- mysql:8.4, direct, down: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): undo: alter a_table_with_a_rather_long_name_that_leaves_no_room_for_more: add column a_column_with_a_rather_long_name_too_so_that_names_are_cut_1, add column a_column_with_a_rather_long_name_too_so_that_names_are_cut_2, add check, and 3 more
-- loses values written to a_column_with_a_rather_long_name_too_so_that_names_are_cut_1, a_column_with_a_rather_long_name_too_so_that_names_are_cut_2
ALTER TABLE `a_table_with_a_rather_long_name_that_leaves_no_room_for_more`
  DROP CHECK `a_table_with_a_rather_long_name_that_leaves_no_ro_4e28cbd6_check`,
  DROP CHECK `a_table_with_a_rather_long_name_that_leaves_no_ro_30e2edd1_check`,
  DROP INDEX `a_table_with_a_rather_long_name_that_leaves_no_room_f42adbd9_idx`,
  DROP INDEX `a_table_with_a_rather_long_name_that_leaves_no_room_e0ab9db5_idx`,
  DROP COLUMN `a_column_with_a_rather_long_name_too_so_that_names_are_cut_1`,
  DROP COLUMN `a_column_with_a_rather_long_name_too_so_that_names_are_cut_2`,
  ALGORITHM=INPLACE, LOCK=NONE;
