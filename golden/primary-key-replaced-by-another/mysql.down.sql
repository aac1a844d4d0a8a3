-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: add foreign key logins_code_fkey to logins
ALTER TABLE `logins` DROP FOREIGN KEY `logins_code_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: alter users: change primary key, add index users_code_key
ALTER TABLE `users`
  DROP PRIMARY KEY,
  DROP INDEX `users_code_key`,
  ADD PRIMARY KEY (`code`),
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: drop foreign key logins_code_fkey of logins
ALTER TABLE `logins` ADD CONSTRAINT `logins_code_fkey` FOREIGN KEY (`code`) REFERENCES `users` (`code`), ALGORITHM=COPY, LOCK=SHARED;
