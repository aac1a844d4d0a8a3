-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: create index Order Items_select_camelCase_idx of Order Items
ALTER TABLE `Order Items` DROP INDEX `Order Items_select_camelCase_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): undo: add check Order Items_select_check of Order Items
ALTER TABLE `Order Items` DROP CHECK `Order Items_select_check`, ALGORITHM=INSTANT;

-- step 2 (expand): undo: add column camelCase to Order Items
-- loses values written to camelCase
ALTER TABLE `Order Items` DROP COLUMN `camelCase`, ALGORITHM=INSTANT;

-- step 1 (expand): undo: rename column from to select
ALTER TABLE `Order Items` RENAME COLUMN `select` TO `from`, ALGORITHM=INSTANT;
