-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: change column note of users
ALTER TABLE `users` MODIFY COLUMN `note` longtext NULL COMMENT 'Goes.', ALGORITHM=INSTANT;

-- step 2 (expand): undo: change column nick of users
ALTER TABLE `users` MODIFY COLUMN `nick` varchar(20) NULL, ALGORITHM=INSTANT;

-- step 1 (expand): undo: change column name of users
ALTER TABLE `users` MODIFY COLUMN `name` varchar(20) NOT NULL COMMENT 'Old words.', ALGORITHM=INSTANT;
