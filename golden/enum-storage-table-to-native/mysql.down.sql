-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (contract): undo: drop table Color
-- loses all rows of the table
CREATE TABLE `Color` (
  `value` varchar(100) NOT NULL,
  `position` int NOT NULL,
  PRIMARY KEY (`value`)
);
INSERT INTO `Color` (`value`, `position`) VALUES
  ('red', 1), 
  ('green', 2);

-- step 2 (expand): undo: alter items: drop index items_color_fkey, change column color
ALTER TABLE `items`
  MODIFY COLUMN `color` varchar(100) NOT NULL DEFAULT 'red',
  ADD INDEX `items_color_fkey` (`color`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: drop foreign key items_color_fkey of items
ALTER TABLE `items` ADD CONSTRAINT `items_color_fkey` FOREIGN KEY (`color`) REFERENCES `Color` (`value`), ALGORITHM=COPY, LOCK=SHARED;
