-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): change column token of users
ALTER TABLE `users` ALTER COLUMN `token` SET DEFAULT (uuid()), ALGORITHM=INSTANT;

-- step 2 (expand): change column since of users
ALTER TABLE `users` MODIFY COLUMN `since` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), ALGORITHM=INSTANT;

-- step 3 (expand): change column day of users
ALTER TABLE `users` ALTER COLUMN `day` SET DEFAULT (curdate()), ALGORITHM=INSTANT;
