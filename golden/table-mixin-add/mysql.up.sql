-- mysql:8.4, direct, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter a: add column created_at, add column deleted_at
ALTER TABLE `a`
  ADD COLUMN `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) AFTER `id`,
  ADD COLUMN `deleted_at` datetime(6) NULL AFTER `created_at`,
  ALGORITHM=INSTANT;

-- step 2 (expand): alter b: add column created_at, add column deleted_at
ALTER TABLE `b`
  ADD COLUMN `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) AFTER `id`,
  ADD COLUMN `deleted_at` datetime(6) NULL AFTER `created_at`,
  ALGORITHM=INSTANT;
