-- mysql:8.4, direct, up: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): change column name of items
ALTER TABLE `items` MODIFY COLUMN `name` varchar(40) NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): add column extra to items
ALTER TABLE `items` ADD COLUMN `extra` char(36) CHARACTER SET ascii NULL, ALGORITHM=INSTANT;

-- step 3 (expand): fill extra
UPDATE `items` SET `extra` = uuid() WHERE `extra` IS NULL;

-- step 4 (expand): complete column extra
ALTER TABLE `items` MODIFY COLUMN `extra` char(36) CHARACTER SET ascii NULL DEFAULT (uuid()), ALGORITHM=INSTANT;

-- step 5 (expand): create index items_name_id_idx of items
ALTER TABLE `items` ADD INDEX `items_name_id_idx` (`name`, `id`), ALGORITHM=INPLACE, LOCK=NONE;
