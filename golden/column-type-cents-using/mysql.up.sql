-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column amount_new to payments
ALTER TABLE `payments` ADD COLUMN `amount_new` bigint NULL, ALGORITHM=INSTANT;

-- step 2 (expand): compute amount_new
UPDATE `payments` SET `amount_new` = `amount` * 100;

-- step 3 (expand): put amount_new in the place of amount
SELECT (SELECT COUNT(*) FROM `payments` WHERE `amount_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: amount gets no value in some rows (', @schemac_rows, ')'));
ALTER TABLE `payments`
  DROP COLUMN `amount`,
  CHANGE COLUMN `amount_new` `amount` bigint NOT NULL AFTER `id`,
  ALGORITHM=INPLACE, LOCK=NONE;
