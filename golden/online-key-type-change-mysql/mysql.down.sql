-- mysql:8.4, online, down: 15 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 15 (contract): undo: drop lines_old
CREATE TABLE `lines_old` (
  `id` int NOT NULL,
  `person` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `lines_person_fkey` (`person`)
);
INSERT INTO `lines_old` (`id`, `person`) SELECT `id`, `person` FROM `lines`;

-- step 14 (contract): undo: drop orders_old
CREATE TABLE `orders_old` (
  `id` int NOT NULL,
  `buyer` int NOT NULL,
  `payer` int NULL,
  PRIMARY KEY (`id`),
  INDEX `orders_buyer_idx` (`buyer`),
  INDEX `orders_payer_fkey` (`payer`)
);
INSERT INTO `orders_old` (`id`, `buyer`, `payer`) SELECT `id`, `buyer`, `payer` FROM `orders`;

-- step 13 (contract): undo: drop people_old
CREATE TABLE `people_old` (
  `id` int NOT NULL AUTO_INCREMENT,
  `name` varchar(40) NOT NULL,
  PRIMARY KEY (`id`)
);
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
INSERT INTO `people_old` (`id`, `name`) SELECT `id`, `name` FROM `people`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 12 (expand): undo: give the foreign keys of lines their names
SET foreign_key_checks = 0;
ALTER TABLE `lines`
  DROP FOREIGN KEY `lines_person_fkey`,
  ADD CONSTRAINT `lines_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 11 (expand): undo: give the foreign keys of orders their names
SET foreign_key_checks = 0;
ALTER TABLE `orders`
  DROP FOREIGN KEY `orders_buyer_fkey`,
  DROP FOREIGN KEY `orders_payer_fkey`,
  ADD CONSTRAINT `orders_buyer_fkey_new` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`),
  ADD CONSTRAINT `orders_payer_fkey_new` FOREIGN KEY (`payer`) REFERENCES `people` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 10 (expand): undo: swap people, orders, lines and their copies
LOCK TABLES `people` WRITE, `people_old` WRITE, `orders` WRITE, `orders_old` WRITE, `lines` WRITE, `lines_old` WRITE;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
DELETE FROM `people_old`;
INSERT INTO `people_old` (`id`, `name`) SELECT `id`, `name` FROM `people`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people_old` FOR EACH ROW
INSERT INTO `people_new` (`id`, `name`) VALUES (NEW.`id`, NEW.`name`);
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `people_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `people_new` (`id`, `name`) VALUES (NEW.`id`, NEW.`name`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `name` = NEW.`name`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people_old` FOR EACH ROW
DELETE FROM `people_new` WHERE `id` = OLD.`id`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
DELETE FROM `orders_old`;
INSERT INTO `orders_old` (`id`, `buyer`, `payer`) SELECT `id`, `buyer`, `payer` FROM `orders`;
CREATE TRIGGER `_sc_orders_i` AFTER INSERT ON `orders_old` FOR EACH ROW
INSERT INTO `orders_new` (`id`, `buyer`, `payer`) VALUES (NEW.`id`, NEW.`buyer`, NEW.`payer`);
DELIMITER $$
CREATE TRIGGER `_sc_orders_u` AFTER UPDATE ON `orders_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `orders_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `orders_new` (`id`, `buyer`, `payer`) VALUES (NEW.`id`, NEW.`buyer`, NEW.`payer`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `buyer` = NEW.`buyer`, `payer` = NEW.`payer`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_orders_d` AFTER DELETE ON `orders_old` FOR EACH ROW
DELETE FROM `orders_new` WHERE `id` = OLD.`id`;
DELETE FROM `lines_old`;
INSERT INTO `lines_old` (`id`, `person`) SELECT `id`, `person` FROM `lines`;
CREATE TRIGGER `_sc_lines_i` AFTER INSERT ON `lines_old` FOR EACH ROW
INSERT INTO `lines_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`);
DELIMITER $$
CREATE TRIGGER `_sc_lines_u` AFTER UPDATE ON `lines_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `lines_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `lines_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `person` = NEW.`person`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_lines_d` AFTER DELETE ON `lines_old` FOR EACH ROW
DELETE FROM `lines_new` WHERE `id` = OLD.`id`;
RENAME TABLE `people` TO `people_new`, `people_old` TO `people`, `orders` TO `orders_new`, `orders_old` TO `orders`, `lines` TO `lines_new`, `lines_old` TO `lines`;
UNLOCK TABLES;
SET foreign_key_checks = 0;
ALTER TABLE `orders`
  ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`),
  ADD CONSTRAINT `orders_payer_fkey` FOREIGN KEY (`payer`) REFERENCES `people` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;
SET foreign_key_checks = 0;
ALTER TABLE `lines` ADD CONSTRAINT `lines_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON DELETE CASCADE, ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 9 (backfill): undo: copy lines to lines_new
-- nothing to undo: the copy goes

-- step 8 (expand): undo: keep lines_new equal by triggers
DROP TRIGGER `_sc_lines_i`;
DROP TRIGGER `_sc_lines_u`;
DROP TRIGGER `_sc_lines_d`;

-- step 7 (expand): undo: create lines_new
DROP TABLE `lines_new`;

-- step 6 (backfill): undo: copy orders to orders_new
-- nothing to undo: the copy goes

-- step 5 (expand): undo: keep orders_new equal by triggers
DROP TRIGGER `_sc_orders_i`;
DROP TRIGGER `_sc_orders_u`;
DROP TRIGGER `_sc_orders_d`;

-- step 4 (expand): undo: create orders_new
DROP TABLE `orders_new`;

-- step 3 (backfill): undo: copy people to people_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep people_new equal by triggers
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;

-- step 1 (expand): undo: create people_new
DROP TABLE `people_new`;
