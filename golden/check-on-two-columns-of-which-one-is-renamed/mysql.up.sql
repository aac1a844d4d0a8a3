-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop check spans_check of spans
ALTER TABLE `spans` DROP CHECK `spans_check`, ALGORITHM=INSTANT;

-- step 2 (expand): rename column low to least
ALTER TABLE `spans` RENAME COLUMN `low` TO `least`, ALGORITHM=INSTANT;

-- step 3 (expand): add check spans_check of spans
SELECT (SELECT COUNT(*) FROM `spans` WHERE NOT (`least` <= `high`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate spans_check (', @schemac_rows, ')'));
ALTER TABLE `spans` ADD CONSTRAINT `spans_check` CHECK (`least` <= `high`), ALGORITHM=COPY, LOCK=SHARED;
