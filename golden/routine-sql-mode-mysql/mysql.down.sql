-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: drop trigger users.gone
SET @schemac_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'NO_BACKSLASH_ESCAPES';
CREATE DEFINER = 'root'@'localhost' TRIGGER `gone` BEFORE DELETE ON `users` FOR EACH ROW
set @path = concat('c:\', old.name);
SET SESSION sql_mode = @schemac_sql_mode;

-- step 3 (expand): undo: replace trigger users.tidy
LOCK TABLES `users` WRITE;
DROP TRIGGER `tidy`;
SET @schemac_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'STRICT_ALL_TABLES';
CREATE TRIGGER `tidy` BEFORE INSERT ON `users` FOR EACH ROW
set new.name = trim(new.name);
SET SESSION sql_mode = @schemac_sql_mode;
UNLOCK TABLES;

-- step 2 (expand): undo: replace procedure counted
DROP PROCEDURE `counted`;
CREATE PROCEDURE `counted`() READS SQL DATA
select count(*) from users;

-- step 1 (expand): undo: replace function glued
DROP FUNCTION `glued`;
SET @schemac_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'ANSI_QUOTES';
CREATE FUNCTION `glued`(a varchar(10)) RETURNS varchar(20) DETERMINISTIC
return concat(a, 'x');
SET SESSION sql_mode = @schemac_sql_mode;
