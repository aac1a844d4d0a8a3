-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: rename index users_mail_key to users_email_key
ALTER TABLE `users` RENAME INDEX `users_email_key` TO `users_mail_key`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: rename column uid to id
ALTER TABLE `users` RENAME COLUMN `id` TO `uid`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: rename column mail to email
ALTER TABLE `users` RENAME COLUMN `email` TO `mail`, ALGORITHM=INPLACE, LOCK=NONE;
