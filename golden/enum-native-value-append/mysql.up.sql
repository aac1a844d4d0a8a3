-- mysql:8.4, direct, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): change column color of items
SELECT (SELECT COUNT(*) FROM `items` WHERE `color` NOT IN ('red', 'green', 'blue')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: color does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `items` MODIFY COLUMN `color` enum('red','green','blue') NOT NULL DEFAULT 'red', ALGORITHM=INSTANT;
