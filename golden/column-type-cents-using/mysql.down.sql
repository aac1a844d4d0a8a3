-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: put amount_new in the place of amount
-- loses the values that amount had
ALTER TABLE `payments` CHANGE COLUMN `amount` `amount_new` bigint NULL, ALGORITHM=COPY, LOCK=SHARED;
ALTER TABLE `payments` ADD COLUMN `amount` decimal(10,2) NOT NULL, ALGORITHM=INSTANT;

-- step 2 (expand): undo: compute amount_new
-- nothing to undo: the column goes

-- step 1 (expand): undo: add column amount_new to payments
ALTER TABLE `payments` DROP COLUMN `amount_new`, ALGORITHM=INSTANT;
