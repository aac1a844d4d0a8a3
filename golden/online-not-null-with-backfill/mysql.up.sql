-- mysql:8.4, online, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (backfill): fill name where it is null
DROP PROCEDURE IF EXISTS `_sc_users_name`;
DELIMITER $$
CREATE PROCEDURE `_sc_users_name`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `users` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    UPDATE `users` SET `name` = 'unknown'
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) AND (`name` IS NULL);
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `users` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  UPDATE `users` SET `name` = 'unknown'
    WHERE (last_1 IS NULL OR `id` > last_1) AND (`name` IS NULL);
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_users_name`();
DROP PROCEDURE `_sc_users_name`;

-- step 2 (expand): change column name of users
SELECT (SELECT COUNT(*) FROM `users` WHERE `name` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: name is NULL in some rows (', @schemac_rows, ')'));
ALTER TABLE `users` MODIFY COLUMN `name` varchar(20) NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
