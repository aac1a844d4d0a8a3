-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: add foreign key items_color_fkey to items
ALTER TABLE `items` DROP FOREIGN KEY `items_color_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: alter items: drop check, change column color, add index items_color_fkey
ALTER TABLE `items`
  DROP INDEX `items_color_fkey`,
  MODIFY COLUMN `color` varchar(20) NOT NULL,
  ADD CONSTRAINT `items_color_check` CHECK (`color` IN ('red', 'green')),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: create table Color
-- loses all rows of the table
DROP TABLE `Color`;
