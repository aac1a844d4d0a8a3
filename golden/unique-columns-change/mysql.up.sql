-- mysql:8.4, direct, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop index users_email of users
ALTER TABLE `users` DROP INDEX `users_email`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): create index users_email of users
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM `users` WHERE (`org`) IS NOT NULL AND (`email`) IS NOT NULL GROUP BY `org`, `email` HAVING COUNT(*) > 1) AS duplicates) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: two rows share users_email (', @schemac_rows, ')'));
ALTER TABLE `users` ADD UNIQUE INDEX `users_email` (`org`, `email`), ALGORITHM=INPLACE, LOCK=NONE;
