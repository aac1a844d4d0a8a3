-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: put body_new in the place of body
-- loses the values that body had
ALTER TABLE `docs` CHANGE COLUMN `body` `body_new` json NULL, ALGORITHM=COPY, LOCK=SHARED;
ALTER TABLE `docs` ADD COLUMN `body` longtext NULL, ALGORITHM=INSTANT;

-- step 2 (expand): undo: compute body_new
-- nothing to undo: the column goes

-- step 1 (expand): undo: add column body_new to docs
ALTER TABLE `docs` DROP COLUMN `body_new`, ALGORITHM=INSTANT;
