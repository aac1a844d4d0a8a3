-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: add column deleted_at to b
-- loses values written to deleted_at
ALTER TABLE `b` DROP COLUMN `deleted_at`, ALGORITHM=INSTANT;

-- step 3 (expand): undo: add column created_at to b
-- loses values written to created_at
ALTER TABLE `b` DROP COLUMN `created_at`, ALGORITHM=INSTANT;

-- step 2 (expand): undo: add column deleted_at to a
-- loses values written to deleted_at
ALTER TABLE `a` DROP COLUMN `deleted_at`, ALGORITHM=INSTANT;

-- step 1 (expand): undo: add column created_at to a
-- loses values written to created_at
ALTER TABLE `a` DROP COLUMN `created_at`, ALGORITHM=INSTANT;
