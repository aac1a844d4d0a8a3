-- mysql:8.4, direct, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 5 (contract): undo: drop table Size
-- loses all rows of the table
CREATE TABLE `Size` (
  `value` varchar(100) NOT NULL,
  `position` int NOT NULL,
  PRIMARY KEY (`value`)
);
INSERT INTO `Size` (`value`, `position`) VALUES
  ('s', 1), 
  ('m', 2), 
  ('l', 3), 
  ('xl', 4);

-- step 4 (expand): undo: change column size of shirts
ALTER TABLE `shirts` MODIFY COLUMN `size` varchar(100) NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): undo: rewrite values of size
-- loses which rows held the values that moved
UPDATE `shirts` SET `size` = CASE `size` WHEN 'large' THEN 'l' ELSE `size` END WHERE `size` IN ('large');

-- step 2 (expand): undo: drop index shirts_size_fkey of shirts
ALTER TABLE `shirts` ADD INDEX `shirts_size_fkey` (`size`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: drop foreign key shirts_size_fkey of shirts
ALTER TABLE `shirts` ADD CONSTRAINT `shirts_size_fkey` FOREIGN KEY (`size`) REFERENCES `Size` (`value`), ALGORITHM=COPY, LOCK=SHARED;
