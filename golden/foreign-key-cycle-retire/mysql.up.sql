-- mysql:8.4, direct, up: 6 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (contract): drop foreign key c_next_fkey of c
ALTER TABLE `c` DROP FOREIGN KEY `c_next_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (contract): drop foreign key b_next_fkey of b
ALTER TABLE `b` DROP FOREIGN KEY `b_next_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (contract): drop table c
DROP TABLE `c`;

-- step 4 (contract): drop foreign key a_next_fkey of a
ALTER TABLE `a` DROP FOREIGN KEY `a_next_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 5 (contract): drop table b
DROP TABLE `b`;

-- step 6 (contract): drop table a
DROP TABLE `a`;
