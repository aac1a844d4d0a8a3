-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: change column color of items
ALTER TABLE `items` MODIFY COLUMN `color` enum('red','grien','blue','green') NOT NULL DEFAULT 'grien', ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): undo: rewrite values of color
UPDATE `items` SET `color` = CASE `color` WHEN 'green' THEN 'grien' ELSE `color` END WHERE `color` IN ('green');

-- step 1 (expand): undo: widen column color of items
ALTER TABLE `items` MODIFY COLUMN `color` enum('red','grien','blue') NOT NULL DEFAULT 'grien', ALGORITHM=COPY, LOCK=SHARED;
