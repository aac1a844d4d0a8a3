-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): replace function glued
DROP FUNCTION `glued`;
SET @schemac_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'PIPES_AS_CONCAT,STRICT_TRANS_TABLES';
CREATE FUNCTION `glued`(a varchar(10)) RETURNS varchar(20) DETERMINISTIC
return a || 'x';
SET SESSION sql_mode = @schemac_sql_mode;

-- step 2 (expand): replace procedure counted
DROP PROCEDURE `counted`;
SET @schemac_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'ONLY_FULL_GROUP_BY';
CREATE PROCEDURE `counted`() READS SQL DATA
select count(*) from users;
SET SESSION sql_mode = @schemac_sql_mode;

-- step 3 (expand): replace trigger users.tidy
LOCK TABLES `users` WRITE;
DROP TRIGGER `tidy`;
CREATE TRIGGER `tidy` BEFORE INSERT ON `users` FOR EACH ROW
set new.name = trim(new.name);
UNLOCK TABLES;

-- step 4 (expand): drop trigger users.gone
DROP TRIGGER `gone`;
