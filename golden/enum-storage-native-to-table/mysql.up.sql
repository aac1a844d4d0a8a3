-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create table Color
CREATE TABLE `Color` (
  `value` varchar(100) NOT NULL,
  `position` int NOT NULL,
  PRIMARY KEY (`value`)
);
INSERT INTO `Color` (`value`, `position`) VALUES
  ('red', 1), 
  ('green', 2);

-- step 2 (expand): alter items: change column color, add index items_color_fkey
ALTER TABLE `items`
  MODIFY COLUMN `color` varchar(100) NOT NULL DEFAULT 'red',
  ADD INDEX `items_color_fkey` (`color`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): add foreign key items_color_fkey to items
SELECT (SELECT COUNT(*) FROM `items` AS child WHERE child.`color` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `Color` AS parent WHERE parent.`value` = child.`color`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for items_color_fkey (', @schemac_rows, ')'));
ALTER TABLE `items` ADD CONSTRAINT `items_color_fkey` FOREIGN KEY (`color`) REFERENCES `Color` (`value`), ALGORITHM=COPY, LOCK=SHARED;
