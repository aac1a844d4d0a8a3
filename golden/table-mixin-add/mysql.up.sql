-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column created_at to a
ALTER TABLE `a` ADD COLUMN `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), ALGORITHM=INSTANT;

-- step 2 (expand): add column deleted_at to a
ALTER TABLE `a` ADD COLUMN `deleted_at` datetime(6) NULL, ALGORITHM=INSTANT;

-- step 3 (expand): add column created_at to b
ALTER TABLE `b` ADD COLUMN `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), ALGORITHM=INSTANT;

-- step 4 (expand): add column deleted_at to b
ALTER TABLE `b` ADD COLUMN `deleted_at` datetime(6) NULL, ALGORITHM=INSTANT;
