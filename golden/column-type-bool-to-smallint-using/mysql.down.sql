-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: put flag_new in the place of flag
-- loses the values that flag had
ALTER TABLE `flags` CHANGE COLUMN `flag` `flag_new` smallint NULL, ALGORITHM=COPY, LOCK=SHARED;
ALTER TABLE `flags` ADD COLUMN `flag` tinyint(1) NOT NULL DEFAULT FALSE, ALGORITHM=INSTANT;

-- step 2 (expand): undo: compute flag_new
-- nothing to undo: the column goes

-- step 1 (expand): undo: add column flag_new to flags
ALTER TABLE `flags` DROP COLUMN `flag_new`, ALGORITHM=INSTANT;
