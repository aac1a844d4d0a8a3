-- mariadb:10.11, direct, up: 6 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter sequence numbers
ALTER SEQUENCE `numbers` START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 5 CACHE 20 NOCYCLE;

-- step 2 (expand): create sequence more
CREATE SEQUENCE `more` MINVALUE 3 CYCLE;

-- step 3 (expand): add column more to t
ALTER TABLE `t` ADD COLUMN `more` int NULL, ALGORITHM=INSTANT, LOCK=NONE;

-- step 4 (expand): fill more
UPDATE `t` SET `more` = nextval(`more`) WHERE `more` IS NULL;

-- step 5 (expand): complete column more
SELECT (SELECT COUNT(*) FROM `t` WHERE `more` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: more is NULL in some rows (', @schemac_rows, ')'));
ALTER TABLE `t` MODIFY COLUMN `more` int NOT NULL DEFAULT (nextval(`more`)), ALGORITHM=INPLACE, LOCK=NONE;

-- step 6 (contract): drop sequence old_numbers
DROP SEQUENCE `old_numbers`;
