-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: put kind_new in the place of kind
-- loses the values that kind had
ALTER TABLE `items` CHANGE COLUMN `kind` `kind_new` enum('a','b','other') NULL, ALGORITHM=COPY, LOCK=SHARED;
ALTER TABLE `items` ADD COLUMN `kind` varchar(50) NOT NULL, ALGORITHM=INSTANT;

-- step 2 (expand): undo: compute kind_new
-- nothing to undo: the column goes

-- step 1 (expand): undo: add column kind_new to items
ALTER TABLE `items` DROP COLUMN `kind_new`, ALGORITHM=INSTANT;
