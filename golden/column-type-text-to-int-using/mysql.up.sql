-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column value_new to measures
ALTER TABLE `measures` ADD COLUMN `value_new` int NULL, ALGORITHM=INSTANT;

-- step 2 (expand): compute value_new
UPDATE `measures` SET `value_new` = CAST(`value` AS signed) * 10;

-- step 3 (expand): put value_new in the place of value
SELECT (SELECT COUNT(*) FROM `measures` WHERE `value_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: value gets no value in some rows (', @schemac_rows, ')'));
ALTER TABLE `measures`
  DROP COLUMN `value`,
  CHANGE COLUMN `value_new` `value` int NOT NULL AFTER `id`,
  ALGORITHM=INPLACE, LOCK=NONE;
