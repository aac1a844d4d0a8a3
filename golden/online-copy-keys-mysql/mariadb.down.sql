-- mariadb:10.11, online, down: 32 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 32 (contract): undo: drop table gone
-- loses all rows of the table
CREATE TABLE `gone` (
  `id` int NOT NULL,
  `person` int NULL,
  PRIMARY KEY (`id`)
);
ALTER TABLE `gone` ADD CONSTRAINT `gone_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`person`), ALGORITHM=COPY, LOCK=SHARED;

-- step 31 (contract): undo: drop shelves_old
CREATE TABLE `shelves_old` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
)
PARTITION BY HASH (`id`) PARTITIONS 2;
INSERT INTO `shelves_old` (`id`) SELECT `id` FROM `shelves`;

-- step 30 (contract): undo: drop tickets_old
CREATE TABLE `tickets_old` (
  `code` varchar(9) NOT NULL,
  `line` varchar(20) NULL,
  PRIMARY KEY (`code`)
);
INSERT INTO `tickets_old` (`code`, `line`) SELECT `code`, `line` FROM `tickets`;

-- step 29 (contract): undo: drop events_old
CREATE TABLE `events_old` (
  `id` int NOT NULL,
  `at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `events_old` (`id`, `at`) SELECT `id`, `at` FROM `events`;

-- step 28 (contract): undo: drop accounts_old
CREATE TABLE `accounts_old` (
  `id` int NOT NULL,
  `code` varchar(9) NOT NULL,
  `day` date NOT NULL,
  `size` int NOT NULL,
  `double` int GENERATED ALWAYS AS (`size` * 2) STORED,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `accounts_code_day_key` (`code`, `day`)
);
INSERT INTO `accounts_old` (`id`, `code`, `day`, `size`) SELECT `id`, `code`, `day`, `size` FROM `accounts`;

-- step 27 (contract): undo: drop visits_old
CREATE TABLE `visits_old` (
  `id` int NOT NULL,
  `person` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `visits_person_fkey` (`person`)
);
INSERT INTO `visits_old` (`id`, `person`) SELECT `id`, `person` FROM `visits`;

-- step 26 (contract): undo: drop people_old
CREATE TABLE `people_old` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `people_old` (`id`) SELECT `person` FROM `people`;

-- step 25 (expand): undo: swap shelves and shelves_new
LOCK TABLES `shelves` WRITE, `shelves_old` WRITE;
DELETE FROM `shelves_old`;
INSERT INTO `shelves_old` (`id`) SELECT `id` FROM `shelves`;
CREATE TRIGGER `_sc_shelves_i` AFTER INSERT ON `shelves_old` FOR EACH ROW
INSERT INTO `shelves_new` (`id`) VALUES (NEW.`id`);
DELIMITER $$
CREATE TRIGGER `_sc_shelves_u` AFTER UPDATE ON `shelves_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `shelves_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `shelves_new` (`id`) VALUES (NEW.`id`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_shelves_d` AFTER DELETE ON `shelves_old` FOR EACH ROW
DELETE FROM `shelves_new` WHERE `id` = OLD.`id`;
ALTER TABLE `shelves` RENAME TO `shelves_new`;
ALTER TABLE `shelves_old` RENAME TO `shelves`;
UNLOCK TABLES;

-- step 24 (backfill): undo: copy shelves to shelves_new
-- nothing to undo: the copy goes

-- step 23 (expand): undo: keep shelves_new equal by triggers
DROP TRIGGER `_sc_shelves_i`;
DROP TRIGGER `_sc_shelves_u`;
DROP TRIGGER `_sc_shelves_d`;

-- step 22 (expand): undo: create shelves_new
DROP TABLE `shelves_new`;

-- step 21 (expand): undo: swap tickets and tickets_new
-- loses values written to no, slug
LOCK TABLES `tickets` WRITE, `tickets_old` WRITE;
DELETE FROM `tickets_old`;
INSERT INTO `tickets_old` (`code`, `line`) SELECT `code`, `line` FROM `tickets`;
CREATE TRIGGER `_sc_tickets_i` AFTER INSERT ON `tickets_old` FOR EACH ROW
INSERT INTO `tickets_new` (`code`, `line`, `slug`) VALUES (NEW.`code`, NEW.`line`, concat(lower(NEW.`code`), '-1'));
DELIMITER $$
CREATE TRIGGER `_sc_tickets_u` AFTER UPDATE ON `tickets_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`code` <=> OLD.`code`) THEN
    UPDATE `tickets_new` SET `code` = NEW.`code` WHERE `code` = OLD.`code`;
  END IF;
  INSERT INTO `tickets_new` (`code`, `line`, `slug`) VALUES (NEW.`code`, NEW.`line`, concat(lower(NEW.`code`), '-1'))
    ON DUPLICATE KEY UPDATE `code` = NEW.`code`, `line` = NEW.`line`, `slug` = concat(lower(NEW.`code`), '-1');
END$$
DELIMITER ;
CREATE TRIGGER `_sc_tickets_d` AFTER DELETE ON `tickets_old` FOR EACH ROW
DELETE FROM `tickets_new` WHERE `code` = OLD.`code`;
ALTER TABLE `tickets` RENAME TO `tickets_new`;
ALTER TABLE `tickets_old` RENAME TO `tickets`;
UNLOCK TABLES;

-- step 20 (backfill): undo: copy tickets to tickets_new
-- nothing to undo: the copy goes

-- step 19 (expand): undo: keep tickets_new equal by triggers
DROP TRIGGER `_sc_tickets_i`;
DROP TRIGGER `_sc_tickets_u`;
DROP TRIGGER `_sc_tickets_d`;

-- step 18 (expand): undo: create tickets_new
DROP TABLE `tickets_new`;

-- step 17 (expand): undo: swap events and events_new
LOCK TABLES `events` WRITE, `events_old` WRITE;
DELETE FROM `events_old`;
INSERT INTO `events_old` (`id`, `at`) SELECT `id`, `at` FROM `events`;
CREATE TRIGGER `_sc_events_i` AFTER INSERT ON `events_old` FOR EACH ROW
INSERT INTO `events_new` (`id`, `at`) VALUES (NEW.`id`, NEW.`at`);
DELIMITER $$
CREATE TRIGGER `_sc_events_u` AFTER UPDATE ON `events_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `events_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `events_new` (`id`, `at`) VALUES (NEW.`id`, NEW.`at`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `at` = NEW.`at`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_events_d` AFTER DELETE ON `events_old` FOR EACH ROW
DELETE FROM `events_new` WHERE `id` = OLD.`id`;
ALTER TABLE `events` RENAME TO `events_new`;
ALTER TABLE `events_old` RENAME TO `events`;
UNLOCK TABLES;

-- step 16 (backfill): undo: copy events to events_new
-- nothing to undo: the copy goes

-- step 15 (expand): undo: keep events_new equal by triggers
DROP TRIGGER `_sc_events_i`;
DROP TRIGGER `_sc_events_u`;
DROP TRIGGER `_sc_events_d`;

-- step 14 (expand): undo: create events_new
DROP TABLE `events_new`;

-- step 13 (expand): undo: swap accounts and accounts_new
-- loses values written to no
LOCK TABLES `accounts` WRITE, `accounts_old` WRITE;
DELETE FROM `accounts_old`;
INSERT INTO `accounts_old` (`id`, `code`, `day`, `size`) SELECT `id`, `code`, `day`, `size` FROM `accounts`;
CREATE TRIGGER `_sc_accounts_i` AFTER INSERT ON `accounts_old` FOR EACH ROW
INSERT INTO `accounts_new` (`id`, `code`, `day`, `size`, `double`) VALUES (NEW.`id`, NEW.`code`, NEW.`day`, NEW.`size`, NEW.`double`);
DELIMITER $$
CREATE TRIGGER `_sc_accounts_u` AFTER UPDATE ON `accounts_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`code` <=> OLD.`code` AND NEW.`day` <=> OLD.`day`) THEN
    UPDATE `accounts_new` SET `code` = NEW.`code`, `day` = NEW.`day` WHERE `code` = OLD.`code` AND `day` = OLD.`day`;
  END IF;
  INSERT INTO `accounts_new` (`id`, `code`, `day`, `size`, `double`) VALUES (NEW.`id`, NEW.`code`, NEW.`day`, NEW.`size`, NEW.`double`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `code` = NEW.`code`, `day` = NEW.`day`, `size` = NEW.`size`, `double` = NEW.`double`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_accounts_d` AFTER DELETE ON `accounts_old` FOR EACH ROW
DELETE FROM `accounts_new` WHERE `code` = OLD.`code` AND `day` = OLD.`day`;
ALTER TABLE `accounts` RENAME TO `accounts_new`;
ALTER TABLE `accounts_old` RENAME TO `accounts`;
UNLOCK TABLES;

-- step 12 (backfill): undo: copy accounts to accounts_new
-- nothing to undo: the copy goes

-- step 11 (expand): undo: keep accounts_new equal by triggers
DROP TRIGGER `_sc_accounts_i`;
DROP TRIGGER `_sc_accounts_u`;
DROP TRIGGER `_sc_accounts_d`;

-- step 10 (expand): undo: create accounts_new
DROP TABLE `accounts_new`;

-- step 9 (expand): undo: give the foreign keys of visits their names
SET foreign_key_checks = 0;
ALTER TABLE `visits`
  DROP FOREIGN KEY `visits_person_fkey`,
  ADD CONSTRAINT `visits_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people` (`person`) ON DELETE CASCADE,
  ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 8 (expand): undo: swap people, visits and their copies
LOCK TABLES `gone` WRITE, `people` WRITE, `people_old` WRITE, `visits` WRITE, `visits_old` WRITE;
DELETE FROM `people_old`;
INSERT INTO `people_old` (`id`) SELECT `person` FROM `people`;
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people_old` FOR EACH ROW
INSERT INTO `people_new` (`person`) VALUES (NEW.`id`);
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `people_new` SET `person` = NEW.`id` WHERE `person` = OLD.`id`;
  END IF;
  INSERT INTO `people_new` (`person`) VALUES (NEW.`id`)
    ON DUPLICATE KEY UPDATE `person` = NEW.`id`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people_old` FOR EACH ROW
DELETE FROM `people_new` WHERE `person` = OLD.`id`;
DELETE FROM `visits_old`;
INSERT INTO `visits_old` (`id`, `person`) SELECT `id`, `person` FROM `visits`;
CREATE TRIGGER `_sc_visits_i` AFTER INSERT ON `visits_old` FOR EACH ROW
INSERT INTO `visits_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`);
DELIMITER $$
CREATE TRIGGER `_sc_visits_u` AFTER UPDATE ON `visits_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `visits_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `visits_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `person` = NEW.`person`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_visits_d` AFTER DELETE ON `visits_old` FOR EACH ROW
DELETE FROM `visits_new` WHERE `id` = OLD.`id`;
ALTER TABLE `people` RENAME TO `people_new`;
ALTER TABLE `people_old` RENAME TO `people`;
ALTER TABLE `visits` RENAME TO `visits_new`;
ALTER TABLE `visits_old` RENAME TO `visits`;
UNLOCK TABLES;
SET foreign_key_checks = 0;
ALTER TABLE `visits` ADD CONSTRAINT `visits_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`), ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 7 (expand): undo: let gone_person_fkey refer to the copy
ALTER TABLE `gone` DROP FOREIGN KEY `gone_person_fkey`, ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 0;
ALTER TABLE `gone` ADD CONSTRAINT `gone_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`), ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 6 (backfill): undo: copy visits to visits_new
-- nothing to undo: the copy goes

-- step 5 (expand): undo: keep visits_new equal by triggers
DROP TRIGGER `_sc_visits_i`;
DROP TRIGGER `_sc_visits_u`;
DROP TRIGGER `_sc_visits_d`;

-- step 4 (expand): undo: create visits_new
DROP TABLE `visits_new`;

-- step 3 (backfill): undo: copy people to people_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep people_new equal by triggers
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;

-- step 1 (expand): undo: create people_new
DROP TABLE `people_new`;
