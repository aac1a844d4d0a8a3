-- mysql:8.4, online, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 5 (expand): undo: complete column h
ALTER TABLE `notes` MODIFY COLUMN `h` varchar(36) NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: fill h
-- nothing to undo: the column goes

-- step 3 (expand): undo: add column h to notes
-- loses values written to h
ALTER TABLE `notes` DROP COLUMN `h`, ALGORITHM=INSTANT;

-- step 2 (expand): undo: change column id of notes
ALTER TABLE `notes`
  MODIFY COLUMN `id` int NOT NULL,
  DROP PRIMARY KEY,
  ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: drop index notes_id of notes
ALTER TABLE `notes` ADD UNIQUE INDEX `notes_id` (`id`), ALGORITHM=INPLACE, LOCK=NONE;
