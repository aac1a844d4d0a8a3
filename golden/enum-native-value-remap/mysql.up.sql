-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): widen column status of jobs
ALTER TABLE `jobs` MODIFY COLUMN `status` enum('pending','processing','complete','queued') NOT NULL DEFAULT 'pending', ALGORITHM=INSTANT;

-- step 2 (expand): rewrite values of status
UPDATE `jobs` SET `status` = CASE `status` WHEN 'pending' THEN 'queued' ELSE `status` END WHERE `status` IN ('pending');

-- step 3 (expand): change column status of jobs
SELECT (SELECT COUNT(*) FROM `jobs` WHERE `status` NOT IN ('pending', 'queued', 'processing', 'complete')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: status holds other values (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `jobs` WHERE `status` NOT IN ('pending', 'queued', 'processing', 'complete')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: status does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `jobs` MODIFY COLUMN `status` enum('pending','queued','processing','complete') NOT NULL DEFAULT 'queued', ALGORITHM=COPY, LOCK=SHARED;
