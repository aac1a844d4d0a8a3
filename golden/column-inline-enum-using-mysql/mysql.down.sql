-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: put status_new in the place of status
-- loses the values that status had
ALTER TABLE `jobs` CHANGE COLUMN `status` `status_new` enum('pending','queued','processing','complete') NULL, ALGORITHM=COPY, LOCK=SHARED;
ALTER TABLE `jobs` ADD COLUMN `status` enum('pending','processing','complete') NOT NULL DEFAULT 'pending', ALGORITHM=INSTANT;

-- step 2 (expand): undo: compute status_new
-- nothing to undo: the column goes

-- step 1 (expand): undo: add column status_new to jobs
ALTER TABLE `jobs` DROP COLUMN `status_new`, ALGORITHM=INSTANT;
