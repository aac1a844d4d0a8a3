-- mariadb:10.11, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): rename column id to number
ALTER TABLE `people` RENAME COLUMN `id` TO `number`, ALGORITHM=INSTANT, LOCK=NONE;

-- step 2 (expand): add check people_size_check of people
SELECT (SELECT COUNT(*) FROM `people` WHERE NOT (`size` >= 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate people_size_check (', @schemac_rows, ')'));
ALTER TABLE `people` ADD CONSTRAINT `people_size_check` CHECK (`size` >= 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (contract): drop table notes
DROP TABLE `notes`;
