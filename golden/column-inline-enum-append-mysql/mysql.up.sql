-- mysql:8.4, direct, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter jobs: change column status, change column flags
SELECT (SELECT COUNT(*) FROM `jobs` WHERE `status` NOT IN ('a', 'b', 'c')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: status does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `jobs`
  MODIFY COLUMN `status` enum('a','b','c') NOT NULL DEFAULT 'a',
  MODIFY COLUMN `flags` set('x','y','z') NULL,
  ALGORITHM=INSTANT;
