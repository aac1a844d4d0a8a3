-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column slug to articles
ALTER TABLE `articles` ADD COLUMN `slug` varchar(80) NULL, ALGORITHM=INSTANT;

-- step 2 (expand): fill slug
UPDATE `articles` SET `slug` = lower(`title`) WHERE `slug` IS NULL;

-- step 3 (expand): complete column slug
SELECT (SELECT COUNT(*) FROM `articles` WHERE `slug` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: slug is NULL in some rows (', @schemac_rows, ')'));
ALTER TABLE `articles` MODIFY COLUMN `slug` varchar(80) NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
