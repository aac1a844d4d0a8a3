-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): comment on users
ALTER TABLE `users` COMMENT = 'People who buy; it''s them.', ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): comment on orders
ALTER TABLE `orders` COMMENT = 'What they buy.', ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): comment on logs
ALTER TABLE `logs` COMMENT = '', ALGORITHM=INPLACE, LOCK=NONE;
