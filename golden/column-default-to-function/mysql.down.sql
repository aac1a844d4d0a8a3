-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: change column day of users
ALTER TABLE `users` ALTER COLUMN `day` SET DEFAULT NULL, ALGORITHM=INSTANT;

-- step 2 (expand): undo: change column since of users
ALTER TABLE `users` ALTER COLUMN `since` DROP DEFAULT, ALGORITHM=INSTANT;

-- step 1 (expand): undo: change column token of users
ALTER TABLE `users` ALTER COLUMN `token` DROP DEFAULT, ALGORITHM=INSTANT;
