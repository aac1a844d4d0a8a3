-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: change column status of jobs
ALTER TABLE `jobs` MODIFY COLUMN `status` enum('pending','processing','complete','queued') NOT NULL DEFAULT 'pending', ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): undo: rewrite values of status
UPDATE `jobs` SET `status` = CASE `status` WHEN 'queued' THEN 'pending' ELSE `status` END WHERE `status` IN ('queued');

-- step 1 (expand): undo: widen column status of jobs
ALTER TABLE `jobs` MODIFY COLUMN `status` enum('pending','processing','complete') NOT NULL DEFAULT 'pending', ALGORITHM=COPY, LOCK=SHARED;
