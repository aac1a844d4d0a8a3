-- mariadb:10.11, direct, down: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): undo: alter items: drop check, change column total, add column ip, and 2 more
-- loses values written to ip, note
ALTER TABLE `items`
  DROP INDEX `items_size`,
  DROP COLUMN `total`,
  DROP COLUMN `ip`,
  DROP COLUMN `note`,
  ADD COLUMN `total` int GENERATED ALWAYS AS (`size` * 2) STORED AFTER `size`,
  ADD CONSTRAINT `items_size_check` CHECK (`size` > 0),
  ADD INDEX `items_size` (`size`),
  ALGORITHM=COPY, LOCK=SHARED;
