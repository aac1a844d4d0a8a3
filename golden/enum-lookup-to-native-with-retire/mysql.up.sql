-- mysql:8.4, direct, up: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key shirts_size_fkey of shirts
ALTER TABLE `shirts` DROP FOREIGN KEY `shirts_size_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): drop index shirts_size_fkey of shirts
ALTER TABLE `shirts` DROP INDEX `shirts_size_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): rewrite values of size
UPDATE `shirts` SET `size` = CASE `size` WHEN 'l' THEN 'large' WHEN 'xl' THEN 'large' ELSE `size` END WHERE `size` IN ('l', 'xl');

-- step 4 (expand): change column size of shirts
SELECT (SELECT COUNT(*) FROM `shirts` WHERE `size` NOT IN ('s', 'm', 'large')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: size does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `shirts` MODIFY COLUMN `size` enum('s','m','large') NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (contract): drop table Size
DROP TABLE `Size`;
