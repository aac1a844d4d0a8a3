-- mysql:8.4, online, down: 6 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 6 (expand): undo: prove parts_line_fkey
-- nothing to undo: a proof changes nothing

-- step 5 (expand): undo: add foreign key parts_line_fkey to parts
ALTER TABLE `parts`
  DROP FOREIGN KEY `parts_line_fkey`,
  DROP INDEX `parts_line_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: add check lines_sized of lines
ALTER TABLE `lines` DROP CHECK `lines_sized`, ALGORITHM=INSTANT;

-- step 3 (expand): undo: add check people_named of people
ALTER TABLE `people` DROP CHECK `people_named`, ALGORITHM=INSTANT;

-- step 2 (expand): undo: add check logs_sized of logs
ALTER TABLE `logs` DROP CHECK `logs_sized`, ALGORITHM=INSTANT;

-- step 1 (expand): undo: alter orders: rename column note, add check
ALTER TABLE `orders`
  DROP CHECK `orders_noted`,
  RENAME COLUMN `text` TO `note`,
  ALGORITHM=INPLACE, LOCK=NONE;
