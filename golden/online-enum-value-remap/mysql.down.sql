-- mysql:8.4, online, down: 9 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 9 (contract): undo: drop column status_old
-- loses values that the new column cannot give back
ALTER TABLE `jobs` ADD COLUMN `status_old` enum('pending','processing','complete') NOT NULL DEFAULT 'pending' AFTER `status`, ALGORITHM=INSTANT;

-- step 8 (contract): undo: stop keeping status_old
CREATE TRIGGER `_sc_jobs_status_o_i` BEFORE INSERT ON `jobs` FOR EACH ROW
SET NEW.`status_old` = coalesce(CASE WHEN NEW.`status` = 'queued' THEN 'pending' WHEN NEW.`status` NOT IN ('pending', 'processing', 'complete') THEN NULL ELSE NEW.`status` END, 'pending');
CREATE TRIGGER `_sc_jobs_status_o_u` BEFORE UPDATE ON `jobs` FOR EACH ROW
SET NEW.`status_old` = coalesce(CASE WHEN NEW.`status` = 'queued' THEN 'pending' WHEN NEW.`status` NOT IN ('pending', 'processing', 'complete') THEN NULL ELSE NEW.`status` END, 'pending');
UPDATE `jobs` SET `status_old` = coalesce(CASE WHEN `status` = 'queued' THEN 'pending' WHEN `status` NOT IN ('pending', 'processing', 'complete') THEN NULL ELSE `status` END, 'pending');

-- step 7 (contract): undo: drop index jobs_status_idx_old
ALTER TABLE `jobs` ADD INDEX `jobs_status_idx_old` (`status_old`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 6 (expand): undo: swap status and status_new
-- loses values written since then that the old column cannot hold
LOCK TABLES `jobs` WRITE;
DROP TRIGGER `_sc_jobs_status_o_i`;
DROP TRIGGER `_sc_jobs_status_o_u`;
ALTER TABLE `jobs`
  RENAME INDEX `jobs_status_idx` TO `jobs_status_idx_new`,
  RENAME INDEX `jobs_status_idx_old` TO `jobs_status_idx`,
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `jobs`
  RENAME COLUMN `status` TO `status_new`,
  RENAME COLUMN `status_old` TO `status`,
  ALGORITHM=INSTANT;
CREATE TRIGGER `_sc_jobs_status_n_i` BEFORE INSERT ON `jobs` FOR EACH ROW
SET NEW.`status_new` = CASE WHEN NEW.`status` = 'pending' THEN 'queued' WHEN NEW.`status` NOT IN ('pending', 'queued', 'processing', 'complete') THEN NULL ELSE NEW.`status` END;
CREATE TRIGGER `_sc_jobs_status_n_u` BEFORE UPDATE ON `jobs` FOR EACH ROW
SET NEW.`status_new` = CASE WHEN NEW.`status` = 'pending' THEN 'queued' WHEN NEW.`status` NOT IN ('pending', 'queued', 'processing', 'complete') THEN NULL ELSE NEW.`status` END;
UNLOCK TABLES;

-- step 5 (expand): undo: complete column status_new
ALTER TABLE `jobs` MODIFY COLUMN `status_new` enum('pending','queued','processing','complete') NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: create index jobs_status_idx_new
ALTER TABLE `jobs` DROP INDEX `jobs_status_idx_new`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (backfill): undo: copy status to status_new
-- nothing to undo: the column goes

-- step 2 (expand): undo: keep status_new equal by triggers
DROP TRIGGER `_sc_jobs_status_n_i`;
DROP TRIGGER `_sc_jobs_status_n_u`;

-- step 1 (expand): undo: add column status_new to jobs
ALTER TABLE `jobs` DROP COLUMN `status_new`, ALGORITHM=INSTANT;
