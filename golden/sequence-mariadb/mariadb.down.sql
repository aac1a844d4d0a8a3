-- mariadb:10.11, direct, down: 6 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 6 (contract): undo: drop sequence old_numbers
CREATE SEQUENCE `old_numbers`;

-- step 5 (expand): undo: complete column more
ALTER TABLE `t` MODIFY COLUMN `more` int NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: fill more
-- nothing to undo: the column goes

-- step 3 (expand): undo: add column more to t
-- loses values written to more
ALTER TABLE `t` DROP COLUMN `more`, ALGORITHM=INSTANT, LOCK=NONE;

-- step 2 (expand): undo: create sequence more
DROP SEQUENCE `more`;

-- step 1 (expand): undo: alter sequence numbers
ALTER SEQUENCE `numbers` START WITH 10 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 NOCYCLE;
