-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: let id count by itself
ALTER TABLE `logs`
  MODIFY COLUMN `id` bigint NOT NULL,
  DROP PRIMARY KEY,
  ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): undo: no row of id is open
ALTER TABLE `logs` MODIFY COLUMN `id` bigint NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: number the rows of logs
-- nothing to undo: the column goes

-- step 1 (expand): undo: add column id to logs
-- loses values written to id
ALTER TABLE `logs` DROP COLUMN `id`, ALGORITHM=INSTANT;
