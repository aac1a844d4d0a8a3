-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: create index users_email_key of users
ALTER TABLE `users` DROP INDEX `users_email_key`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): undo: add check users_age_check of users
ALTER TABLE `users` DROP CHECK `users_age_check`, ALGORITHM=INSTANT;

-- step 2 (expand): undo: add column age to users
-- loses values written to age
ALTER TABLE `users` DROP COLUMN `age`, ALGORITHM=INSTANT;

-- step 1 (expand): undo: add column email to users
-- loses values written to email
ALTER TABLE `users` DROP COLUMN `email`, ALGORITHM=INSTANT;
