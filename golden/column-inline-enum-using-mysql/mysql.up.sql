-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column status_new to jobs
ALTER TABLE `jobs` ADD COLUMN `status_new` enum('pending','queued','processing','complete') NULL, ALGORITHM=INSTANT;

-- step 2 (expand): compute status_new
UPDATE `jobs` SET `status_new` = CASE `status` WHEN 'pending' THEN 'queued' ELSE `status` END;

-- step 3 (expand): put status_new in the place of status
SELECT (SELECT COUNT(*) FROM `jobs` WHERE `status_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: status gets no value in some rows (', @schemac_rows, ')'));
ALTER TABLE `jobs`
  DROP COLUMN `status`,
  CHANGE COLUMN `status_new` `status` enum('pending','queued','processing','complete') NOT NULL DEFAULT 'queued' AFTER `id`,
  ALGORITHM=INPLACE, LOCK=NONE;
