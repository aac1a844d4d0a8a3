-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key logins_code_fkey of logins
ALTER TABLE `logins` DROP FOREIGN KEY `logins_code_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): alter users: change primary key, add index users_code_key
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM `users` WHERE (`id`) IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1) AS duplicates) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: two rows share the primary key (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `users` WHERE `id` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: id is NULL in some rows (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM `users` WHERE (`code`) IS NOT NULL GROUP BY `code` HAVING COUNT(*) > 1) AS duplicates) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: two rows share users_code_key (', @schemac_rows, ')'));
ALTER TABLE `users`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`),
  ADD UNIQUE INDEX `users_code_key` (`code`),
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): add foreign key logins_code_fkey to logins
SELECT (SELECT COUNT(*) FROM `logins` AS child WHERE child.`code` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `users` AS parent WHERE parent.`code` = child.`code`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for logins_code_fkey (', @schemac_rows, ')'));
ALTER TABLE `logins`
  RENAME INDEX `logins_code_fkey` TO `logins_code_fkey`,
  ADD CONSTRAINT `logins_code_fkey` FOREIGN KEY (`code`) REFERENCES `users` (`code`),
  ALGORITHM=COPY, LOCK=SHARED;
