-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key items_color_fkey of items
ALTER TABLE `items` DROP FOREIGN KEY `items_color_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): alter items: drop index items_color_fkey, change column color
SELECT (SELECT COUNT(*) FROM `items` WHERE `color` NOT IN ('red', 'green')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: color does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `items`
  DROP INDEX `items_color_fkey`,
  MODIFY COLUMN `color` enum('red','green') NOT NULL DEFAULT 'red',
  ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (contract): drop table Color
DROP TABLE `Color`;
