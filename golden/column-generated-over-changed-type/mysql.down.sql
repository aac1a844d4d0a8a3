-- mysql:8.4, direct, down: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): undo: alter lines: change column count, change column total, change column noted
-- loses the values of noted
ALTER TABLE `lines`
  DROP INDEX `lines_total_idx`,
  DROP COLUMN `total`,
  DROP COLUMN `noted`,
  MODIFY COLUMN `count` int NOT NULL,
  ADD COLUMN `total` int GENERATED ALWAYS AS (`count` * 2) STORED NULL AFTER `count`,
  ADD COLUMN `noted` timestamp(6) NULL ON UPDATE CURRENT_TIMESTAMP(6) AFTER `seen`,
  ADD INDEX `lines_total_idx` (`total`),
  ALGORITHM=COPY, LOCK=SHARED;
