-- mysql:8.4, online, down: 7 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 7 (expand): undo: complete column slug
ALTER TABLE `tickets` MODIFY COLUMN `slug` varchar(9) NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 6 (backfill): undo: fill slug
-- nothing to undo: the column goes

-- step 5 (expand): undo: add column slug to tickets
-- loses values written to slug
ALTER TABLE `tickets` DROP COLUMN `slug`, ALGORITHM=INSTANT;

-- step 4 (expand): undo: let no count by itself
ALTER TABLE `tickets`
  MODIFY COLUMN `no` int NOT NULL,
  DROP INDEX `tickets_no_key`,
  ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): undo: no row of no is open
ALTER TABLE `tickets` MODIFY COLUMN `no` int NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: number the rows of tickets
-- nothing to undo: the column goes

-- step 1 (expand): undo: add column no to tickets
-- loses values written to no
ALTER TABLE `tickets` DROP COLUMN `no`, ALGORITHM=INSTANT;
