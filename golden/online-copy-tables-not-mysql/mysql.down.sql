-- mysql:8.4, online, down: 16 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 16 (contract): undo: drop people_old
CREATE TABLE `people_old` (
  `id` int NOT NULL,
  `name` varchar(20) NOT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `people_old` (`id`, `name`) SELECT `id`, `name` FROM `people`;

-- step 15 (contract): undo: drop orders_old
CREATE TABLE `orders_old` (
  `id` int NOT NULL,
  `note` varchar(20) NOT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `orders_old` (`id`, `note`) SELECT `id`, `text` FROM `orders`;

-- step 14 (expand): undo: prove parts_line_fkey
-- nothing to undo: a proof changes nothing

-- step 13 (expand): undo: add foreign key parts_line_fkey to parts
ALTER TABLE `parts`
  DROP FOREIGN KEY `parts_line_fkey`,
  DROP INDEX `parts_line_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 12 (expand): undo: add check lines_sized of lines
ALTER TABLE `lines` DROP CHECK `lines_sized`, ALGORITHM=INSTANT;

-- step 11 (expand): undo: give the triggers of people their names
SET foreign_key_checks = 0;
LOCK TABLES `people` WRITE;
DROP TRIGGER `people_named`;
DELIMITER $$
CREATE TRIGGER `_sc_people_named_new` BEFORE INSERT ON `people` FOR EACH ROW
IF NOT (@schemac_copied <=> NOW(6)) THEN
set new.name = trim(new.name)
;
END IF$$
DELIMITER ;
UNLOCK TABLES;
SET foreign_key_checks = 1;

-- step 10 (expand): undo: swap people and people_new
LOCK TABLES `people` WRITE, `people_old` WRITE;
DELETE FROM `people_old`;
INSERT INTO `people_old` (`id`, `name`) SELECT `id`, `name` FROM `people`;
CREATE TRIGGER `people_named` BEFORE INSERT ON `people_old` FOR EACH ROW
set new.name = trim(new.name);
RENAME TABLE `people` TO `people_new`, `people_old` TO `people`;
UNLOCK TABLES;
DELIMITER $$
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people` FOR EACH ROW
BEGIN
  SET @schemac_copied = NOW(6);
  INSERT INTO `people_new` (`id`, `name`) VALUES (NEW.`id`, NEW.`name`);
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people` FOR EACH ROW
BEGIN
  SET @schemac_copied = NOW(6);
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `people_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `people_new` (`id`, `name`) VALUES (NEW.`id`, NEW.`name`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `name` = NEW.`name`;
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people` FOR EACH ROW
BEGIN
  SET @schemac_copied = NOW(6);
  DELETE FROM `people_new` WHERE `id` = OLD.`id`;
END$$
DELIMITER ;

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
RENAME TABLE `orders` TO `orders_new`, `orders_old` TO `orders`;
UNLOCK TABLES;
CREATE TRIGGER `_sc_orders_i` AFTER INSERT ON `orders` FOR EACH ROW
INSERT INTO `orders_new` (`id`, `text`) VALUES (NEW.`id`, NEW.`note`);
DELIMITER $$
CREATE TRIGGER `_sc_orders_u` AFTER UPDATE ON `orders` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `orders_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `orders_new` (`id`, `text`) VALUES (NEW.`id`, NEW.`note`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `text` = NEW.`note`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_orders_d` AFTER DELETE ON `orders` FOR EACH ROW
DELETE FROM `orders_new` WHERE `id` = OLD.`id`;

-- step 3 (backfill): undo: copy orders to orders_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep orders_new equal by triggers
DROP TRIGGER `_sc_orders_i`;
DROP TRIGGER `_sc_orders_u`;
DROP TRIGGER `_sc_orders_d`;

-- step 1 (expand): undo: create orders_new
DROP TABLE `orders_new`;
