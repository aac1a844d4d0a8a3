-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): replace function counted
DROP FUNCTION `counted`;
CREATE FUNCTION `counted`() RETURNS bigint READS SQL DATA
return (select count(*) from users);
ALTER FUNCTION `counted` COMMENT 'How many there are now.';

-- step 2 (expand): replace procedure said
DROP PROCEDURE `said`;
CREATE PROCEDURE `said`(in  what
  VARCHAR ( 20 )) SQL SECURITY INVOKER
select what;
ALTER PROCEDURE `said` COMMENT 'It''s "said".';

-- step 3 (expand): replace view ids
SET @schemac_character_set_client = @@SESSION.character_set_client, SESSION character_set_client = 'latin1', @schemac_collation_connection = @@SESSION.collation_connection, SESSION collation_connection = 'latin1_bin';
CREATE OR REPLACE ALGORITHM = MERGE DEFINER = 'some one'@'%' VIEW `ids` AS
select id from users where id > 0;
SET SESSION character_set_client = @schemac_character_set_client, SESSION collation_connection = @schemac_collation_connection;

-- step 4 (expand): replace native nightly.event
DROP EVENT `nightly`;
SET @schemac_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'ANSI_QUOTES', @schemac_time_zone = @@SESSION.time_zone, SESSION time_zone = '+02:00';
create event nightly on schedule every 1 day starts '2030-01-01' do delete from users where id < 0;
SET SESSION sql_mode = @schemac_sql_mode, SESSION time_zone = @schemac_time_zone;
