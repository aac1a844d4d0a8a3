-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: replace native nightly.event
DROP EVENT `nightly`;
SET @schemac_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'ANSI_QUOTES';
create event nightly on schedule every 1 day starts '2030-01-01' do delete from users where id < 0;
SET SESSION sql_mode = @schemac_sql_mode;

-- step 3 (expand): undo: replace view ids
CREATE OR REPLACE ALGORITHM = MERGE VIEW `ids` AS
select id from users;

-- step 2 (expand): undo: replace procedure said
DROP PROCEDURE `said`;
CREATE PROCEDURE `said`(in what varchar(20))
select what;

-- step 1 (expand): undo: replace function counted
DROP FUNCTION `counted`;
CREATE FUNCTION `counted`() RETURNS bigint READS SQL DATA
return (select count(*) from users);
ALTER FUNCTION `counted` COMMENT 'How many there are.';
