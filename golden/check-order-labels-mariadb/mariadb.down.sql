-- mariadb:10.11, direct, down: 7 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 7 (expand): undo: reorder checks of t26
ALTER TABLE `t26` DROP CONSTRAINT `k32`, ADD CONSTRAINT `k32` CHECK (`id` >= 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 6 (expand): undo: add check t26_c27_check of t26
ALTER TABLE `t26` DROP CONSTRAINT `t26_c27_check`, ALGORITHM=INSTANT, LOCK=NONE;

-- step 5 (expand): undo: rewrite values of c27
UPDATE `t26` SET `c27` = CASE `c27` WHEN 'w36' THEN 'v7' ELSE `c27` END WHERE `c27` IN ('w36');

-- step 4 (expand): undo: drop check t26_c27_check of t26
ALTER TABLE `t26` ADD CONSTRAINT `t26_c27_check` CHECK (`c27` IN ('v7', 'v8', 'v9')), ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): undo: add check t26_c29_check of t26
ALTER TABLE `t26` DROP CONSTRAINT `t26_c29_check`, ALGORITHM=INSTANT, LOCK=NONE;

-- step 2 (expand): undo: rewrite values of c29
UPDATE `t26` SET `c29` = CASE `c29` WHEN 'w36' THEN 'v7' ELSE `c29` END WHERE `c29` IN ('w36');

-- step 1 (expand): undo: drop check t26_c29_check of t26
ALTER TABLE `t26` ADD CONSTRAINT `t26_c29_check` CHECK (`c29` IN ('v7', 'v8', 'v9')), ALGORITHM=COPY, LOCK=SHARED;
