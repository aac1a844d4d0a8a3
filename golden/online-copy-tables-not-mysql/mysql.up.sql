-- mysql:8.4, online, up: 6 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter orders: rename column note, add check
ALTER TABLE `orders`
  RENAME COLUMN `note` TO `text`,
  ADD CONSTRAINT `orders_noted` CHECK (`text` <> ''),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): add check logs_sized of logs
SELECT (SELECT COUNT(*) FROM `logs` WHERE NOT (`size` > 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate logs_sized (', @schemac_rows, ')'));
ALTER TABLE `logs` ADD CONSTRAINT `logs_sized` CHECK (`size` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): add check people_named of people
SELECT (SELECT COUNT(*) FROM `people` WHERE NOT (`name` <> '')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate people_named (', @schemac_rows, ')'));
ALTER TABLE `people` ADD CONSTRAINT `people_named` CHECK (`name` <> ''), ALGORITHM=COPY, LOCK=SHARED;

-- step 4 (expand): add check lines_sized of lines
SELECT (SELECT COUNT(*) FROM `lines` WHERE NOT (`size` > 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate lines_sized (', @schemac_rows, ')'));
ALTER TABLE `lines` ADD CONSTRAINT `lines_sized` CHECK (`size` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): add foreign key parts_line_fkey to parts
SELECT (SELECT COUNT(*) FROM `parts` AS child WHERE child.`line` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `lines` AS parent WHERE parent.`id` = child.`line`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for parts_line_fkey (', @schemac_rows, ')'));
SET foreign_key_checks = 0;
ALTER TABLE `parts`
  ADD INDEX `parts_line_fkey` (`line`),
  ADD CONSTRAINT `parts_line_fkey` FOREIGN KEY (`line`) REFERENCES `lines` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 6 (expand): prove parts_line_fkey
SELECT (SELECT COUNT(*) FROM `parts` AS child WHERE child.`line` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `lines` AS parent WHERE parent.`id` = child.`line`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for parts_line_fkey (', @schemac_rows, ')'));
