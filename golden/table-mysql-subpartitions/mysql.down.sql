-- mysql:8.4, direct, down: 9 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 9 (expand): undo: create table keyed_as_before
-- loses all rows of the table
DROP TABLE `keyed_as_before`;

-- step 8 (expand): undo: create table keyed
-- loses all rows of the table
DROP TABLE `keyed`;

-- step 7 (expand): undo: create table chosen
-- loses all rows of the table
DROP TABLE `chosen`;

-- step 6 (expand): undo: create table spread
-- loses all rows of the table
DROP TABLE `spread`;

-- step 5 (expand): undo: create table by_value
-- loses all rows of the table
DROP TABLE `by_value`;

-- step 4 (expand): undo: create table by_text
-- loses all rows of the table
DROP TABLE `by_text`;

-- step 3 (expand): undo: create table by_columns
-- loses all rows of the table
DROP TABLE `by_columns`;

-- step 2 (expand): undo: create table named
-- loses all rows of the table
DROP TABLE `named`;

-- step 1 (expand): undo: create table visits
-- loses all rows of the table
DROP TABLE `visits`;
