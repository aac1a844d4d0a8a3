-- mariadb:10.11, direct, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter items: drop check, change column total, add column ip, and 2 more
ALTER TABLE `items`
  DROP CONSTRAINT `items_size_check`,
  DROP INDEX `items_size`,
  DROP COLUMN `total`,
  ADD COLUMN `total` int GENERATED ALWAYS AS (`size` * 3) STORED AFTER `size`,
  ADD COLUMN `ip` inet6 NULL AFTER `doc`,
  ADD COLUMN `note` varchar(20) NULL CHECK (char_length(`note`) > 2) AFTER `ip`,
  ADD INDEX `items_size` (`size`) IGNORED,
  ALGORITHM=COPY, LOCK=SHARED;
