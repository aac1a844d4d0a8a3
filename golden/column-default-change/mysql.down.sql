-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: change column label of users
ALTER TABLE `users` ALTER COLUMN `label` SET DEFAULT 'x', ALGORITHM=INSTANT;

-- step 3 (expand): undo: change column c of users
ALTER TABLE `users` ALTER COLUMN `c` SET DEFAULT 2, ALGORITHM=INSTANT;

-- step 2 (expand): undo: change column b of users
ALTER TABLE `users` ALTER COLUMN `b` SET DEFAULT 1, ALGORITHM=INSTANT;

-- step 1 (expand): undo: change column a of users
ALTER TABLE `users` ALTER COLUMN `a` DROP DEFAULT, ALGORITHM=INSTANT;
