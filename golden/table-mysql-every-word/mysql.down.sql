-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: create table searched
-- loses all rows of the table
DROP TABLE `searched`;

-- step 3 (expand): undo: create table in_memory
-- loses all rows of the table
DROP TABLE `in_memory`;

-- step 2 (expand): undo: add foreign key fk_restrict to every_word
ALTER TABLE `every_word` DROP FOREIGN KEY `fk_restrict`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: create table every_word
-- loses all rows of the table
DROP TABLE `every_word`;
