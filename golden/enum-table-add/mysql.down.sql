-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: add foreign key items_kind_fkey to items
ALTER TABLE `items` DROP FOREIGN KEY `items_kind_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: alter items: add column kind, add index items_kind_fkey
-- loses values written to kind
ALTER TABLE `items`
  DROP INDEX `items_kind_fkey`,
  DROP COLUMN `kind`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: create table Kind
-- loses all rows of the table
DROP TABLE `Kind`;
