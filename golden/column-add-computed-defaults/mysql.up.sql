-- mysql:8.4, direct, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter items: change column name, add column token, add column extra, and 1 more
ALTER TABLE `items`
  ADD COLUMN `token_new` char(36) CHARACTER SET ascii NULL,
  ADD COLUMN `extra_new` char(36) CHARACTER SET ascii NULL,
  ALGORITHM=INSTANT;
UPDATE `items` SET `token_new` = uuid(), `extra_new` = uuid();
ALTER TABLE `items`
  MODIFY COLUMN `name` varchar(40) NOT NULL,
  CHANGE COLUMN `token_new` `token` char(36) CHARACTER SET ascii NOT NULL DEFAULT (uuid()) AFTER `name`,
  CHANGE COLUMN `extra_new` `extra` char(36) CHARACTER SET ascii NULL DEFAULT (uuid()) AFTER `token`,
  ADD INDEX `items_name_id_idx` (`name`, `id`),
  ALGORITHM=COPY, LOCK=SHARED;
