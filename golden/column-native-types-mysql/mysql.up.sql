-- mysql:8.4, direct, up: 8 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column tiny to t
ALTER TABLE `t` ADD COLUMN `tiny` tinyint unsigned NOT NULL DEFAULT 0, ALGORITHM=INSTANT;

-- step 2 (expand): add column medium to t
ALTER TABLE `t` ADD COLUMN `medium` mediumint NULL, ALGORITHM=INSTANT;

-- step 3 (expand): add column options to t
ALTER TABLE `t` ADD COLUMN `options` set('a','b') NULL, ALGORITHM=INSTANT;

-- step 4 (expand): add column kind to t
ALTER TABLE `t` ADD COLUMN `kind` enum('x','y') NOT NULL DEFAULT 'x', ALGORITHM=INSTANT;

-- step 5 (expand): add column born to t
ALTER TABLE `t` ADD COLUMN `born` year NULL, ALGORITHM=INSTANT;

-- step 6 (expand): add column bits to t
ALTER TABLE `t` ADD COLUMN `bits` bit(8) NULL, ALGORITHM=INSTANT;

-- step 7 (expand): add column place to t
ALTER TABLE `t` ADD COLUMN `place` point NULL, ALGORITHM=INSTANT;

-- step 8 (expand): add column short to t
ALTER TABLE `t` ADD COLUMN `short` text NULL, ALGORITHM=INSTANT;
