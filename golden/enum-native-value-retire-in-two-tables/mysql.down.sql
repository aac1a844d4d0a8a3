-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: change column color of boxes
ALTER TABLE `boxes` MODIFY COLUMN `color` enum('red','green','blue') NULL DEFAULT 'blue', ALGORITHM=INSTANT;

-- step 3 (expand): undo: rewrite values of color
-- loses which rows held the values that moved

-- step 2 (expand): undo: change column color of items
ALTER TABLE `items` MODIFY COLUMN `color` enum('red','green','blue') NOT NULL, ALGORITHM=INSTANT;

-- step 1 (expand): undo: rewrite values of color
-- loses which rows held the values that moved
