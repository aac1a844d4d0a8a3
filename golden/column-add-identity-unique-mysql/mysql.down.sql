-- mysql:8.4, online, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 5 (contract): undo: drop tickets_old
CREATE TABLE `tickets_old` (
  `code` varchar(9) NOT NULL,
  PRIMARY KEY (`code`)
);
INSERT INTO `tickets_old` (`code`) SELECT `code` FROM `tickets`;

-- step 4 (expand): undo: swap tickets and tickets_new
-- loses values written to no, slug
LOCK TABLES `tickets` WRITE, `tickets_old` WRITE;
DELETE FROM `tickets_old`;
INSERT INTO `tickets_old` (`code`) SELECT `code` FROM `tickets`;
CREATE TRIGGER `_sc_tickets_i` AFTER INSERT ON `tickets_old` FOR EACH ROW
INSERT INTO `tickets_new` (`code`, `slug`) VALUES (NEW.`code`, lower(NEW.`code`));
DELIMITER $$
CREATE TRIGGER `_sc_tickets_u` AFTER UPDATE ON `tickets_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`code` <=> OLD.`code`) THEN
    UPDATE `tickets_new` SET `code` = NEW.`code` WHERE `code` = OLD.`code`;
  END IF;
  INSERT INTO `tickets_new` (`code`, `slug`) VALUES (NEW.`code`, lower(NEW.`code`))
    ON DUPLICATE KEY UPDATE `code` = NEW.`code`, `slug` = lower(NEW.`code`);
END$$
DELIMITER ;
CREATE TRIGGER `_sc_tickets_d` AFTER DELETE ON `tickets_old` FOR EACH ROW
DELETE FROM `tickets_new` WHERE `code` = OLD.`code`;
RENAME TABLE `tickets` TO `tickets_new`, `tickets_old` TO `tickets`;
UNLOCK TABLES;

-- step 3 (backfill): undo: copy tickets to tickets_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep tickets_new equal by triggers
DROP TRIGGER `_sc_tickets_i`;
DROP TRIGGER `_sc_tickets_u`;
DROP TRIGGER `_sc_tickets_d`;

-- step 1 (expand): undo: create tickets_new
DROP TABLE `tickets_new`;
