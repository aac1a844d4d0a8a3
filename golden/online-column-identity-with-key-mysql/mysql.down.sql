-- mysql:8.4, online, down: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): undo: alter notes: drop index notes_id, change column id, add column h, and 1 more
-- loses values written to h
ALTER TABLE `notes`
  DROP PRIMARY KEY,
  DROP COLUMN `h`,
  MODIFY COLUMN `id` int NOT NULL,
  ADD UNIQUE INDEX `notes_id` (`id`),
  ALGORITHM=COPY, LOCK=SHARED;
