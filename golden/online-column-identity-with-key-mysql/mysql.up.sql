-- mysql:8.4, online, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter notes: drop index notes_id, change column id, add column h, and 1 more
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM `notes` WHERE (`id`) IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1) AS duplicates) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: two rows share the primary key (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `notes` WHERE `id` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: id is NULL in some rows (', @schemac_rows, ')'));
ALTER TABLE `notes` ADD COLUMN `h_new` varchar(36) NULL, ALGORITHM=INSTANT;
UPDATE `notes` SET `h_new` = uuid();
ALTER TABLE `notes`
  DROP INDEX `notes_id`,
  MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT,
  CHANGE COLUMN `h_new` `h` varchar(36) NOT NULL DEFAULT (uuid()) AFTER `g`,
  ADD PRIMARY KEY (`id`),
  ALGORITHM=COPY, LOCK=SHARED;
