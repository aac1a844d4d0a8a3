-- mysql:8.4, direct, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter t: add column tiny, add column medium, add column options, and 5 more
ALTER TABLE `t`
  ADD COLUMN `tiny` tinyint unsigned NOT NULL DEFAULT 0 AFTER `id`,
  ADD COLUMN `medium` mediumint NULL AFTER `tiny`,
  ADD COLUMN `options` set('a','b') NULL AFTER `medium`,
  ADD COLUMN `kind` enum('x','y') NOT NULL DEFAULT 'x' AFTER `options`,
  ADD COLUMN `born` year NULL AFTER `kind`,
  ADD COLUMN `bits` bit(8) NULL AFTER `born`,
  ADD COLUMN `place` point NULL AFTER `bits`,
  ADD COLUMN `short` text NULL AFTER `place`,
  ALGORITHM=INSTANT;
