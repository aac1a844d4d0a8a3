-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column body_new to docs
ALTER TABLE `docs` ADD COLUMN `body_new` json NULL, ALGORITHM=INSTANT;

-- step 2 (expand): compute body_new
UPDATE `docs` SET `body_new` = CAST(`body` AS json);

-- step 3 (expand): put body_new in the place of body
ALTER TABLE `docs`
  DROP COLUMN `body`,
  CHANGE COLUMN `body_new` `body` json NULL AFTER `id`,
  ALGORITHM=INSTANT;
