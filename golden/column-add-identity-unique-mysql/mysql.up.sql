-- mysql:8.4, online, up: 7 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column no to tickets
ALTER TABLE `tickets` ADD COLUMN `no` int NULL AFTER `code`, ALGORITHM=INSTANT;

-- step 2 (expand): number the rows of tickets
SET @schemac_number = 0;
UPDATE `tickets` SET `no` = (@schemac_number := @schemac_number + 1);

-- step 3 (expand): no row of no is open
SELECT (SELECT COUNT(*) FROM `tickets` WHERE `no` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no is NULL in some rows (', @schemac_rows, ')'));
ALTER TABLE `tickets` MODIFY COLUMN `no` int NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): let no count by itself
ALTER TABLE `tickets`
  MODIFY COLUMN `no` int NOT NULL AUTO_INCREMENT,
  ADD UNIQUE INDEX `tickets_no_key` (`no`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): add column slug to tickets
ALTER TABLE `tickets` ADD COLUMN `slug` varchar(9) NULL, ALGORITHM=INSTANT;

-- step 6 (backfill): fill slug
DROP PROCEDURE IF EXISTS `_sc_tickets_slug`;
DELIMITER $$
CREATE PROCEDURE `_sc_tickets_slug`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 varchar(9);
  DECLARE upto_1 varchar(9);
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `code` INTO upto_1 FROM `tickets` ORDER BY `code` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    UPDATE `tickets` SET `slug` = lower(`code`)
      WHERE (last_1 IS NULL OR `code` > last_1) AND (`code` < upto_1 OR `code` = upto_1) AND (`slug` IS NULL);
    COMMIT;
    SET last_1 = upto_1;
    SELECT `code` INTO upto_1 FROM `tickets` WHERE (`code` > last_1) ORDER BY `code` LIMIT 1 OFFSET 4999;
  END WHILE;
  UPDATE `tickets` SET `slug` = lower(`code`)
    WHERE (last_1 IS NULL OR `code` > last_1) AND (`slug` IS NULL);
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_tickets_slug`();
DROP PROCEDURE `_sc_tickets_slug`;

-- step 7 (expand): complete column slug
SELECT (SELECT COUNT(*) FROM `tickets` WHERE `slug` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: slug is NULL in some rows (', @schemac_rows, ')'));
ALTER TABLE `tickets` MODIFY COLUMN `slug` varchar(9) NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
