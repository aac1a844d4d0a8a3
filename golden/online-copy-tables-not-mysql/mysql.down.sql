-- mysql:8.4, online, down: 23 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 23 (contract): undo: drop parts_old
CREATE TABLE `parts_old` (
  `id` int NOT NULL,
  `line` int NOT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `parts_old` (`id`, `line`) SELECT `id`, `line` FROM `parts`;

-- step 22 (contract): undo: drop lines_old
CREATE TABLE `lines_old` (
  `id` int NOT NULL,
  `size` int NOT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `lines_old` (`id`, `size`) SELECT `id`, `size` FROM `lines`;

-- step 21 (contract): undo: drop people_old
CREATE TABLE `people_old` (
  `id` int NOT NULL,
  `name` varchar(20) NOT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `people_old` (`id`, `name`) SELECT `id`, `name` FROM `people`;

-- step 20 (contract): undo: drop orders_old
CREATE TABLE `orders_old` (
  `id` int NOT NULL,
  `note` varchar(20) NOT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `orders_old` (`id`, `note`) SELECT `id`, `text` FROM `orders`;

-- step 19 (expand): undo: give the foreign keys of parts their names
SET foreign_key_checks = 0;
ALTER TABLE `parts`
  DROP FOREIGN KEY `parts_line_fkey`,
  ADD CONSTRAINT `parts_line_fkey_new` FOREIGN KEY (`line`) REFERENCES `lines` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 18 (expand): undo: swap lines, parts and their copies
LOCK TABLES `lines` WRITE, `lines_old` WRITE, `parts` WRITE, `parts_old` WRITE;
DELETE FROM `lines_old`;
INSERT INTO `lines_old` (`id`, `size`) SELECT `id`, `size` FROM `lines`;
CREATE TRIGGER `_sc_lines_i` AFTER INSERT ON `lines_old` FOR EACH ROW
INSERT INTO `lines_new` (`id`, `size`) VALUES (NEW.`id`, NEW.`size`);
DELIMITER $$
CREATE TRIGGER `_sc_lines_u` AFTER UPDATE ON `lines_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `lines_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `lines_new` (`id`, `size`) VALUES (NEW.`id`, NEW.`size`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `size` = NEW.`size`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_lines_d` AFTER DELETE ON `lines_old` FOR EACH ROW
DELETE FROM `lines_new` WHERE `id` = OLD.`id`;
DELETE FROM `parts_old`;
INSERT INTO `parts_old` (`id`, `line`) SELECT `id`, `line` FROM `parts`;
CREATE TRIGGER `_sc_parts_i` AFTER INSERT ON `parts_old` FOR EACH ROW
INSERT INTO `parts_new` (`id`, `line`) VALUES (NEW.`id`, NEW.`line`);
DELIMITER $$
CREATE TRIGGER `_sc_parts_u` AFTER UPDATE ON `parts_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `parts_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `parts_new` (`id`, `line`) VALUES (NEW.`id`, NEW.`line`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `line` = NEW.`line`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_parts_d` AFTER DELETE ON `parts_old` FOR EACH ROW
DELETE FROM `parts_new` WHERE `id` = OLD.`id`;
RENAME TABLE `lines` TO `lines_new`, `lines_old` TO `lines`, `parts` TO `parts_new`, `parts_old` TO `parts`;
UNLOCK TABLES;

-- step 17 (backfill): undo: copy parts to parts_new
-- nothing to undo: the copy goes

-- step 16 (expand): undo: keep parts_new equal by triggers
DROP TRIGGER `_sc_parts_i`;
DROP TRIGGER `_sc_parts_u`;
DROP TRIGGER `_sc_parts_d`;

-- step 15 (expand): undo: create parts_new
DROP TABLE `parts_new`;

-- step 14 (backfill): undo: copy lines to lines_new
-- nothing to undo: the copy goes

-- step 13 (expand): undo: keep lines_new equal by triggers
DROP TRIGGER `_sc_lines_i`;
DROP TRIGGER `_sc_lines_u`;
DROP TRIGGER `_sc_lines_d`;

-- step 12 (expand): undo: create lines_new
DROP TABLE `lines_new`;

-- step 11 (expand): undo: give the triggers of people their names
LOCK TABLES `people` WRITE;
DROP TRIGGER `people_named`;
DELIMITER $$
CREATE TRIGGER `_sc_people_named_new` BEFORE INSERT ON `people` FOR EACH ROW
IF NOT (@`_sc_people` <=> NOW(6)) THEN
set new.name = trim(new.name)
;
END IF$$
DELIMITER ;
UNLOCK TABLES;

-- step 10 (expand): undo: swap people and people_new
LOCK TABLES `people` WRITE, `people_old` WRITE;
DELETE FROM `people_old`;
INSERT INTO `people_old` (`id`, `name`) SELECT `id`, `name` FROM `people`;
CREATE TRIGGER `people_named` BEFORE INSERT ON `people_old` FOR EACH ROW
set new.name = trim(new.name);
DELIMITER $$
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people_old` FOR EACH ROW
BEGIN
  SET @`_sc_people` = NOW(6);
  INSERT INTO `people_new` (`id`, `name`) VALUES (NEW.`id`, NEW.`name`);
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people_old` FOR EACH ROW
BEGIN
  SET @`_sc_people` = NOW(6);
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `people_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `people_new` (`id`, `name`) VALUES (NEW.`id`, NEW.`name`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `name` = NEW.`name`;
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people_old` FOR EACH ROW
BEGIN
  SET @`_sc_people` = NOW(6);
  DELETE FROM `people_new` WHERE `id` = OLD.`id`;
END$$
DELIMITER ;
RENAME TABLE `people` TO `people_new`, `people_old` TO `people`;
UNLOCK TABLES;

-- step 9 (expand): undo: give the triggers of people to people_new
DROP TRIGGER `_sc_people_named_new`;

-- step 8 (backfill): undo: copy people to people_new
-- nothing to undo: the copy goes

-- step 7 (expand): undo: keep people_new equal by triggers
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;

-- step 6 (expand): undo: create people_new
DROP TABLE `people_new`;

-- step 5 (expand): undo: add check logs_sized of logs
ALTER TABLE `logs` DROP CHECK `logs_sized`, ALGORITHM=INSTANT;

-- step 4 (expand): undo: swap orders and orders_new
LOCK TABLES `orders` WRITE, `orders_old` WRITE;
DELETE FROM `orders_old`;
INSERT INTO `orders_old` (`id`, `note`) SELECT `id`, `text` FROM `orders`;
CREATE TRIGGER `_sc_orders_i` AFTER INSERT ON `orders_old` FOR EACH ROW
INSERT INTO `orders_new` (`id`, `text`) VALUES (NEW.`id`, NEW.`note`);
DELIMITER $$
CREATE TRIGGER `_sc_orders_u` AFTER UPDATE ON `orders_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `orders_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `orders_new` (`id`, `text`) VALUES (NEW.`id`, NEW.`note`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `text` = NEW.`note`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_orders_d` AFTER DELETE ON `orders_old` FOR EACH ROW
DELETE FROM `orders_new` WHERE `id` = OLD.`id`;
RENAME TABLE `orders` TO `orders_new`, `orders_old` TO `orders`;
UNLOCK TABLES;

-- step 3 (backfill): undo: copy orders to orders_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep orders_new equal by triggers
DROP TRIGGER `_sc_orders_i`;
DROP TRIGGER `_sc_orders_u`;
DROP TRIGGER `_sc_orders_d`;

-- step 1 (expand): undo: create orders_new
DROP TABLE `orders_new`;
