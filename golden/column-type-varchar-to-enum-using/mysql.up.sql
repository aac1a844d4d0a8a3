-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column kind_new to items
ALTER TABLE `items` ADD COLUMN `kind_new` enum('a','b','other') NULL, ALGORITHM=INSTANT;

-- step 2 (expand): compute kind_new
UPDATE `items` SET `kind_new` = CASE WHEN `kind` IN ('a', 'b') THEN `kind` ELSE 'other' END;

-- step 3 (expand): put kind_new in the place of kind
SELECT (SELECT COUNT(*) FROM `items` WHERE `kind_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: kind gets no value in some rows (', @schemac_rows, ')'));
ALTER TABLE `items`
  DROP COLUMN `kind`,
  CHANGE COLUMN `kind_new` `kind` enum('a','b','other') NOT NULL AFTER `id`,
  ALGORITHM=INPLACE, LOCK=NONE;
