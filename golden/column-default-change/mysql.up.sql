-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): change column a of users
ALTER TABLE `users` ALTER COLUMN `a` SET DEFAULT 7, ALGORITHM=INSTANT;

-- step 2 (expand): change column b of users
ALTER TABLE `users` ALTER COLUMN `b` SET DEFAULT 8, ALGORITHM=INSTANT;

-- step 3 (expand): change column c of users
ALTER TABLE `users` ALTER COLUMN `c` DROP DEFAULT, ALGORITHM=INSTANT;

-- step 4 (expand): change column label of users
ALTER TABLE `users` ALTER COLUMN `label` SET DEFAULT 'it''s "new" \\ äö', ALGORITHM=INSTANT;
