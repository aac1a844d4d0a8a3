-- mysql:8.4, direct, up: 6 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column a_column_with_a_rather_long_name_too_so_that_names_are_cut_1 to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
ALTER TABLE `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` ADD COLUMN `a_column_with_a_rather_long_name_too_so_that_names_are_cut_1` int NOT NULL DEFAULT 1, ALGORITHM=INSTANT;

-- step 2 (expand): add column a_column_with_a_rather_long_name_too_so_that_names_are_cut_2 to a_table_with_a_rather_long_name_that_leaves_no_room_for_more
ALTER TABLE `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` ADD COLUMN `a_column_with_a_rather_long_name_too_so_that_names_are_cut_2` int NOT NULL DEFAULT 1, ALGORITHM=INSTANT;

-- step 3 (expand): add check a_table_with_a_rather_long_name_that_leaves_no_ro_4e28cbd6_check of a_table_with_a_rather_long_name_that_leaves_no_room_for_more
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` WHERE NOT (`a_column_with_a_rather_long_name_too_so_that_names_are_cut_1` > 0)), @@session.time_zone,
  CONCAT('schemac guard: rows violate a_table_with_a_rather_long… (', (SELECT COUNT(*) FROM `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` WHERE NOT (`a_column_with_a_rather_long_name_too_so_that_names_are_cut_1` > 0)), ')'));
ALTER TABLE `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` ADD CONSTRAINT `a_table_with_a_rather_long_name_that_leaves_no_ro_4e28cbd6_check` CHECK (`a_column_with_a_rather_long_name_too_so_that_names_are_cut_1` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 4 (expand): add check a_table_with_a_rather_long_name_that_leaves_no_ro_30e2edd1_check of a_table_with_a_rather_long_name_that_leaves_no_room_for_more
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` WHERE NOT (`a_column_with_a_rather_long_name_too_so_that_names_are_cut_2` > 0)), @@session.time_zone,
  CONCAT('schemac guard: rows violate a_table_with_a_rather_long… (', (SELECT COUNT(*) FROM `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` WHERE NOT (`a_column_with_a_rather_long_name_too_so_that_names_are_cut_2` > 0)), ')'));
ALTER TABLE `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` ADD CONSTRAINT `a_table_with_a_rather_long_name_that_leaves_no_ro_30e2edd1_check` CHECK (`a_column_with_a_rather_long_name_too_so_that_names_are_cut_2` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): create index a_table_with_a_rather_long_name_that_leaves_no_room_f42adbd9_idx of a_table_with_a_rather_long_name_that_leaves_no_room_for_more
ALTER TABLE `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` ADD INDEX `a_table_with_a_rather_long_name_that_leaves_no_room_f42adbd9_idx` (`a_column_with_a_rather_long_name_too_so_that_names_are_cut_1`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 6 (expand): create index a_table_with_a_rather_long_name_that_leaves_no_room_e0ab9db5_idx of a_table_with_a_rather_long_name_that_leaves_no_room_for_more
ALTER TABLE `a_table_with_a_rather_long_name_that_leaves_no_room_for_more` ADD INDEX `a_table_with_a_rather_long_name_that_leaves_no_room_e0ab9db5_idx` (`a_column_with_a_rather_long_name_too_so_that_names_are_cut_2`), ALGORITHM=INPLACE, LOCK=NONE;
