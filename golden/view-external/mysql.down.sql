-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: GRANT select ON `reports` TO reader
REVOKE select ON `reports` FROM reader;

-- step 2 (expand): undo: create view ours
DROP VIEW `ours`;

-- step 1 (expand): undo: create table t
-- loses all rows of the table
DROP TABLE `t`;
