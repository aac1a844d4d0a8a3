-- mysql:8.4, direct, down: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 2 (expand): undo: partition plain
ALTER TABLE `plain` ALGORITHM=COPY, LOCK=SHARED
  REMOVE PARTITIONING;

-- step 1 (expand): undo: number partitions of keyed
ALTER TABLE `keyed` ALGORITHM=INPLACE, LOCK=SHARED,
  COALESCE PARTITION 2;
