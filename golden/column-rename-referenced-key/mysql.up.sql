-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): rename column mail to email
ALTER TABLE `users` RENAME COLUMN `mail` TO `email`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): rename column uid to id
ALTER TABLE `users` RENAME COLUMN `uid` TO `id`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): rename index users_mail_key to users_email_key
ALTER TABLE `users` RENAME INDEX `users_mail_key` TO `users_email_key`, ALGORITHM=INPLACE, LOCK=NONE;
