-- mysql:8.4, online, up: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create tickets_new
SELECT (SELECT COUNT(*) FROM `tickets` WHERE lower(`code`) IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: slug gets no value in some rows (', @schemac_rows, ')'));
CREATE TABLE `tickets_new` (
  `code` varchar(9) NOT NULL,
  `no` int NOT NULL AUTO_INCREMENT,
  `slug` varchar(9) NOT NULL,
  PRIMARY KEY (`code`),
  UNIQUE INDEX `tickets_no_key` (`no`)
);

-- step 2 (expand): keep tickets_new equal by triggers
CREATE TRIGGER `_sc_tickets_i` AFTER INSERT ON `tickets` FOR EACH ROW
INSERT INTO `tickets_new` (`code`, `slug`) VALUES (NEW.`code`, lower(NEW.`code`));
DELIMITER $$
CREATE TRIGGER `_sc_tickets_u` AFTER UPDATE ON `tickets` FOR EACH ROW
BEGIN
  IF NOT (NEW.`code` <=> OLD.`code`) THEN
    UPDATE `tickets_new` SET `code` = NEW.`code` WHERE `code` = OLD.`code`;
  END IF;
  INSERT INTO `tickets_new` (`code`, `slug`) VALUES (NEW.`code`, lower(NEW.`code`))
    ON DUPLICATE KEY UPDATE `code` = NEW.`code`, `slug` = lower(NEW.`code`);
END$$
DELIMITER ;
CREATE TRIGGER `_sc_tickets_d` AFTER DELETE ON `tickets` FOR EACH ROW
DELETE FROM `tickets_new` WHERE `code` = OLD.`code`;

-- step 3 (backfill): copy tickets to tickets_new
DROP PROCEDURE IF EXISTS `_sc_tickets_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_tickets_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 varchar(9);
  DECLARE upto_1 varchar(9);
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `code` INTO upto_1 FROM `tickets` ORDER BY `code` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `tickets_new` (`code`, `slug`) SELECT `code`, lower(`code`) FROM `tickets`
      WHERE (last_1 IS NULL OR `code` > last_1) AND (`code` < upto_1 OR `code` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `code` = `tickets_new`.`code`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `code` INTO upto_1 FROM `tickets` WHERE (`code` > last_1) ORDER BY `code` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `tickets_new` (`code`, `slug`) SELECT `code`, lower(`code`) FROM `tickets`
    WHERE (last_1 IS NULL OR `code` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `code` = `tickets_new`.`code`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_tickets_new`();
DROP PROCEDURE `_sc_tickets_new`;

-- step 4 (expand): swap tickets and tickets_new
SELECT (SELECT COUNT(*) FROM `tickets` AS child WHERE child.`code` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `tickets_new` AS parent WHERE parent.`code` = child.`code`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of tickets (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `tickets_new` AS child WHERE child.`code` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `tickets` AS parent WHERE parent.`code` = child.`code`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of tickets_new (', @schemac_rows, ')'));
RENAME TABLE `tickets` TO `tickets_old`, `tickets_new` TO `tickets`;
DROP TRIGGER `_sc_tickets_i`;
DROP TRIGGER `_sc_tickets_u`;
DROP TRIGGER `_sc_tickets_d`;

-- step 5 (contract): drop tickets_old
DROP TABLE `tickets_old`;
