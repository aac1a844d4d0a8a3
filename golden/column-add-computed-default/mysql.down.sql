-- mysql:8.4, direct, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 5 (expand): undo: create index items_name_id_idx of items
ALTER TABLE `items` DROP INDEX `items_name_id_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: complete column extra
ALTER TABLE `items` MODIFY COLUMN `extra` char(36) CHARACTER SET ascii NULL, ALGORITHM=INSTANT;

-- step 3 (expand): undo: fill extra
-- nothing to undo: the column goes

-- step 2 (expand): undo: add column extra to items
-- loses values written to extra
ALTER TABLE `items` DROP COLUMN `extra`, ALGORITHM=INSTANT;

-- step 1 (expand): undo: change column name of items
ALTER TABLE `items` MODIFY COLUMN `name` varchar(30) NOT NULL, ALGORITHM=COPY, LOCK=SHARED;
