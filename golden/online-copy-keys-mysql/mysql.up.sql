-- mysql:8.4, online, up: 32 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create people_new
SELECT (SELECT COUNT(*) FROM `people` WHERE NOT (`id` <> 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate people_numbered (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `visits` WHERE NOT (`id` <> 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate visits_numbered (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `visits` AS child WHERE child.`person` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`person`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for visits_person_fkey (', @schemac_rows, ')'));
CREATE TABLE `people_new` (
  `person` int NOT NULL,
  PRIMARY KEY (`person`),
  CONSTRAINT `people_numbered` CHECK (`person` <> 0)
);

-- step 2 (expand): keep people_new equal by triggers
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people` FOR EACH ROW
INSERT INTO `people_new` (`person`) VALUES (NEW.`id`);
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `people_new` SET `person` = NEW.`id` WHERE `person` = OLD.`id`;
  END IF;
  INSERT INTO `people_new` (`person`) VALUES (NEW.`id`)
    ON DUPLICATE KEY UPDATE `person` = NEW.`id`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people` FOR EACH ROW
DELETE FROM `people_new` WHERE `person` = OLD.`id`;

-- step 3 (backfill): copy people to people_new
DROP PROCEDURE IF EXISTS `_sc_people_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_people_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `people` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `people_new` (`person`) SELECT `id` FROM `people`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `person` = `people_new`.`person`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `people` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `people_new` (`person`) SELECT `id` FROM `people`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `person` = `people_new`.`person`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_people_new`();
DROP PROCEDURE `_sc_people_new`;

-- step 4 (expand): create visits_new
CREATE TABLE `visits_new` (
  `id` int NOT NULL,
  `person` int NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `visits_numbered` CHECK (`id` <> 0),
  INDEX `visits_person_fkey` (`person`)
);
ALTER TABLE `visits_new` ADD CONSTRAINT `visits_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people_new` (`person`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): keep visits_new equal by triggers
CREATE TRIGGER `_sc_visits_i` AFTER INSERT ON `visits` FOR EACH ROW
INSERT INTO `visits_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`);
DELIMITER $$
CREATE TRIGGER `_sc_visits_u` AFTER UPDATE ON `visits` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `visits_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `visits_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `person` = NEW.`person`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_visits_d` AFTER DELETE ON `visits` FOR EACH ROW
DELETE FROM `visits_new` WHERE `id` = OLD.`id`;

-- step 6 (backfill): copy visits to visits_new
DROP PROCEDURE IF EXISTS `_sc_visits_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_visits_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `visits` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `visits_new` (`id`, `person`) SELECT `id`, `person` FROM `visits`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `visits_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `visits` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `visits_new` (`id`, `person`) SELECT `id`, `person` FROM `visits`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `visits_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_visits_new`();
DROP PROCEDURE `_sc_visits_new`;

-- step 7 (expand): let gone_person_fkey refer to the copy
ALTER TABLE `gone` DROP FOREIGN KEY `gone_person_fkey`, ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 0;
ALTER TABLE `gone` ADD CONSTRAINT `gone_person_fkey` FOREIGN KEY (`person`) REFERENCES `people_new` (`person`), ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 8 (expand): swap people, visits and their copies
SELECT (SELECT COUNT(*) FROM `people` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people_new` AS parent WHERE parent.`person` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of people (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `people_new` AS child WHERE child.`person` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`person`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of people_new (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `visits` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `visits_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of visits (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `visits_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `visits` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of visits_new (', @schemac_rows, ')'));
ALTER TABLE `visits` DROP FOREIGN KEY `visits_person_fkey`, ALGORITHM=INPLACE, LOCK=NONE;
RENAME TABLE `people` TO `people_old`, `people_new` TO `people`;
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;
RENAME TABLE `visits` TO `visits_old`, `visits_new` TO `visits`;
DROP TRIGGER `_sc_visits_i`;
DROP TRIGGER `_sc_visits_u`;
DROP TRIGGER `_sc_visits_d`;

-- step 9 (expand): give the foreign keys of visits their names
SET foreign_key_checks = 0;
ALTER TABLE `visits`
  DROP FOREIGN KEY `visits_person_fkey_new`,
  ADD CONSTRAINT `visits_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`person`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 10 (expand): create accounts_new
SELECT (SELECT COUNT(*) FROM `accounts` WHERE NOT (`size` <> -3)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate accounts_sized (', @schemac_rows, ')'));
CREATE TABLE `accounts_new` (
  `id` int NOT NULL,
  `code` varchar(9) NOT NULL,
  `day` date NOT NULL,
  `size` int NOT NULL,
  `double` int NULL,
  `no` int NOT NULL AUTO_INCREMENT,
  PRIMARY KEY (`no`),
  CONSTRAINT `accounts_sized` CHECK (`size` <> -3),
  UNIQUE INDEX `accounts_code_day_key` (`code`, `day`)
);

-- step 11 (expand): keep accounts_new equal by triggers
CREATE TRIGGER `_sc_accounts_i` AFTER INSERT ON `accounts` FOR EACH ROW
INSERT INTO `accounts_new` (`id`, `code`, `day`, `size`, `double`) VALUES (NEW.`id`, NEW.`code`, NEW.`day`, NEW.`size`, NEW.`double`);
DELIMITER $$
CREATE TRIGGER `_sc_accounts_u` AFTER UPDATE ON `accounts` FOR EACH ROW
BEGIN
  IF NOT (NEW.`code` <=> OLD.`code` AND NEW.`day` <=> OLD.`day`) THEN
    UPDATE `accounts_new` SET `code` = NEW.`code`, `day` = NEW.`day` WHERE `code` = OLD.`code` AND `day` = OLD.`day`;
  END IF;
  INSERT INTO `accounts_new` (`id`, `code`, `day`, `size`, `double`) VALUES (NEW.`id`, NEW.`code`, NEW.`day`, NEW.`size`, NEW.`double`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `code` = NEW.`code`, `day` = NEW.`day`, `size` = NEW.`size`, `double` = NEW.`double`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_accounts_d` AFTER DELETE ON `accounts` FOR EACH ROW
DELETE FROM `accounts_new` WHERE `code` = OLD.`code` AND `day` = OLD.`day`;

-- step 12 (backfill): copy accounts to accounts_new
DROP PROCEDURE IF EXISTS `_sc_accounts_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_accounts_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 varchar(9);
  DECLARE last_2 date;
  DECLARE upto_1 varchar(9);
  DECLARE upto_2 date;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `code`, `day` INTO upto_1, upto_2 FROM `accounts` ORDER BY `code`, `day` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `accounts_new` (`id`, `code`, `day`, `size`, `double`) SELECT `id`, `code`, `day`, `size`, `double` FROM `accounts`
      WHERE (last_1 IS NULL OR `code` > last_1 OR `code` = last_1 AND `day` > last_2) AND (`code` < upto_1 OR `code` = upto_1 AND `day` < upto_2 OR `code` = upto_1 AND `day` = upto_2) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `code` = `accounts_new`.`code`;
    COMMIT;
    SET last_1 = upto_1, last_2 = upto_2;
    SELECT `code`, `day` INTO upto_1, upto_2 FROM `accounts` WHERE (`code` > last_1 OR `code` = last_1 AND `day` > last_2) ORDER BY `code`, `day` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `accounts_new` (`id`, `code`, `day`, `size`, `double`) SELECT `id`, `code`, `day`, `size`, `double` FROM `accounts`
    WHERE (last_1 IS NULL OR `code` > last_1 OR `code` = last_1 AND `day` > last_2) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `code` = `accounts_new`.`code`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_accounts_new`();
DROP PROCEDURE `_sc_accounts_new`;

-- step 13 (expand): swap accounts and accounts_new
SELECT (SELECT COUNT(*) FROM `accounts` AS child WHERE child.`code` IS NOT NULL AND child.`day` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `accounts_new` AS parent WHERE parent.`code` = child.`code` AND parent.`day` = child.`day`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of accounts (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `accounts_new` AS child WHERE child.`code` IS NOT NULL AND child.`day` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `accounts` AS parent WHERE parent.`code` = child.`code` AND parent.`day` = child.`day`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of accounts_new (', @schemac_rows, ')'));
RENAME TABLE `accounts` TO `accounts_old`, `accounts_new` TO `accounts`;
DROP TRIGGER `_sc_accounts_i`;
DROP TRIGGER `_sc_accounts_u`;
DROP TRIGGER `_sc_accounts_d`;

-- step 14 (expand): create events_new
SELECT (SELECT COUNT(*) FROM `events` WHERE NOT (CAST(`at` AS datetime(0)) <=> `at`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: at does not fit in some rows (', @schemac_rows, ')'));
CREATE TABLE `events_new` (
  `id` int NOT NULL,
  `at` datetime NOT NULL,
  PRIMARY KEY (`id`)
);

-- step 15 (expand): keep events_new equal by triggers
CREATE TRIGGER `_sc_events_i` AFTER INSERT ON `events` FOR EACH ROW
INSERT INTO `events_new` (`id`, `at`) VALUES (NEW.`id`, NEW.`at`);
DELIMITER $$
CREATE TRIGGER `_sc_events_u` AFTER UPDATE ON `events` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `events_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `events_new` (`id`, `at`) VALUES (NEW.`id`, NEW.`at`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `at` = NEW.`at`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_events_d` AFTER DELETE ON `events` FOR EACH ROW
DELETE FROM `events_new` WHERE `id` = OLD.`id`;

-- step 16 (backfill): copy events to events_new
DROP PROCEDURE IF EXISTS `_sc_events_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_events_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `events` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `events_new` (`id`, `at`) SELECT `id`, `at` FROM `events`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `events_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `events` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `events_new` (`id`, `at`) SELECT `id`, `at` FROM `events`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `events_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_events_new`();
DROP PROCEDURE `_sc_events_new`;

-- step 17 (expand): swap events and events_new
SELECT (SELECT COUNT(*) FROM `events` WHERE NOT (CAST(`at` AS datetime(0)) <=> `at`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: at does not fit in some rows (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `events` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `events_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of events (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `events_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `events` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of events_new (', @schemac_rows, ')'));
RENAME TABLE `events` TO `events_old`, `events_new` TO `events`;
DROP TRIGGER `_sc_events_i`;
DROP TRIGGER `_sc_events_u`;
DROP TRIGGER `_sc_events_d`;

-- step 18 (expand): create tickets_new
SELECT (SELECT COUNT(*) FROM `tickets` WHERE concat(lower(`code`), '-1') IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: slug gets no value in some rows (', @schemac_rows, ')'));
CREATE TABLE `tickets_new` (
  `code` varchar(9) NOT NULL,
  `line` varchar(20) NULL,
  `no` int NOT NULL AUTO_INCREMENT,
  `slug` varchar(12) NOT NULL,
  PRIMARY KEY (`code`),
  CONSTRAINT `tickets_slugged` CHECK (`slug` <> `code`),
  UNIQUE INDEX `tickets_no_key` (`no`)
);

-- step 19 (expand): keep tickets_new equal by triggers
CREATE TRIGGER `_sc_tickets_i` AFTER INSERT ON `tickets` FOR EACH ROW
INSERT INTO `tickets_new` (`code`, `line`, `slug`) VALUES (NEW.`code`, NEW.`line`, concat(lower(NEW.`code`), '-1'));
DELIMITER $$
CREATE TRIGGER `_sc_tickets_u` AFTER UPDATE ON `tickets` FOR EACH ROW
BEGIN
  IF NOT (NEW.`code` <=> OLD.`code`) THEN
    UPDATE `tickets_new` SET `code` = NEW.`code` WHERE `code` = OLD.`code`;
  END IF;
  INSERT INTO `tickets_new` (`code`, `line`, `slug`) VALUES (NEW.`code`, NEW.`line`, concat(lower(NEW.`code`), '-1'))
    ON DUPLICATE KEY UPDATE `code` = NEW.`code`, `line` = NEW.`line`, `slug` = concat(lower(NEW.`code`), '-1');
END$$
DELIMITER ;
CREATE TRIGGER `_sc_tickets_d` AFTER DELETE ON `tickets` FOR EACH ROW
DELETE FROM `tickets_new` WHERE `code` = OLD.`code`;

-- step 20 (backfill): copy tickets to tickets_new
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
    INSERT INTO `tickets_new` (`code`, `line`, `slug`) SELECT `code`, `line`, concat(lower(`code`), '-1') FROM `tickets`
      WHERE (last_1 IS NULL OR `code` > last_1) AND (`code` < upto_1 OR `code` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `code` = `tickets_new`.`code`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `code` INTO upto_1 FROM `tickets` WHERE (`code` > last_1) ORDER BY `code` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `tickets_new` (`code`, `line`, `slug`) SELECT `code`, `line`, concat(lower(`code`), '-1') FROM `tickets`
    WHERE (last_1 IS NULL OR `code` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `code` = `tickets_new`.`code`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_tickets_new`();
DROP PROCEDURE `_sc_tickets_new`;

-- step 21 (expand): swap tickets and tickets_new
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

-- step 22 (expand): create shelves_new
CREATE TABLE `shelves_new` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
)
PARTITION BY HASH (`id`) PARTITIONS 4;

-- step 23 (expand): keep shelves_new equal by triggers
CREATE TRIGGER `_sc_shelves_i` AFTER INSERT ON `shelves` FOR EACH ROW
INSERT INTO `shelves_new` (`id`) VALUES (NEW.`id`);
DELIMITER $$
CREATE TRIGGER `_sc_shelves_u` AFTER UPDATE ON `shelves` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `shelves_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `shelves_new` (`id`) VALUES (NEW.`id`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_shelves_d` AFTER DELETE ON `shelves` FOR EACH ROW
DELETE FROM `shelves_new` WHERE `id` = OLD.`id`;

-- step 24 (backfill): copy shelves to shelves_new
DROP PROCEDURE IF EXISTS `_sc_shelves_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_shelves_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `shelves` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `shelves_new` (`id`) SELECT `id` FROM `shelves`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `shelves_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `shelves` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `shelves_new` (`id`) SELECT `id` FROM `shelves`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `shelves_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_shelves_new`();
DROP PROCEDURE `_sc_shelves_new`;

-- step 25 (expand): swap shelves and shelves_new
SELECT (SELECT COUNT(*) FROM `shelves` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `shelves_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of shelves (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `shelves_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `shelves` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of shelves_new (', @schemac_rows, ')'));
RENAME TABLE `shelves` TO `shelves_old`, `shelves_new` TO `shelves`;
DROP TRIGGER `_sc_shelves_i`;
DROP TRIGGER `_sc_shelves_u`;
DROP TRIGGER `_sc_shelves_d`;

-- step 26 (contract): drop people_old
DROP TABLE `people_old`;

-- step 27 (contract): drop visits_old
DROP TABLE `visits_old`;

-- step 28 (contract): drop accounts_old
DROP TABLE `accounts_old`;

-- step 29 (contract): drop events_old
DROP TABLE `events_old`;

-- step 30 (contract): drop tickets_old
DROP TABLE `tickets_old`;

-- step 31 (contract): drop shelves_old
DROP TABLE `shelves_old`;

-- step 32 (contract): drop table gone
DROP TABLE `gone`;
