-- mysql:8.4, direct, down: 8 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 8 (expand): undo: add column short to t
-- loses values written to short
ALTER TABLE `t` DROP COLUMN `short`, ALGORITHM=INSTANT;

-- step 7 (expand): undo: add column place to t
-- loses values written to place
ALTER TABLE `t` DROP COLUMN `place`, ALGORITHM=INSTANT;

-- step 6 (expand): undo: add column bits to t
-- loses values written to bits
ALTER TABLE `t` DROP COLUMN `bits`, ALGORITHM=INSTANT;

-- step 5 (expand): undo: add column born to t
-- loses values written to born
ALTER TABLE `t` DROP COLUMN `born`, ALGORITHM=INSTANT;

-- step 4 (expand): undo: add column kind to t
-- loses values written to kind
ALTER TABLE `t` DROP COLUMN `kind`, ALGORITHM=INSTANT;

-- step 3 (expand): undo: add column options to t
-- loses values written to options
ALTER TABLE `t` DROP COLUMN `options`, ALGORITHM=INSTANT;

-- step 2 (expand): undo: add column medium to t
-- loses values written to medium
ALTER TABLE `t` DROP COLUMN `medium`, ALGORITHM=INSTANT;

-- step 1 (expand): undo: add column tiny to t
-- loses values written to tiny
ALTER TABLE `t` DROP COLUMN `tiny`, ALGORITHM=INSTANT;
