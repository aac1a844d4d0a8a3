-- mysql:8.4, online, down: 23 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 23 (contract): undo: drop tasks_old
CREATE TABLE `tasks_old` (
  `id` int NOT NULL,
  `parent` int NULL,
  `person` int NULL,
  PRIMARY KEY (`id`),
  INDEX `tasks_parent_fkey` (`parent`),
  INDEX `tasks_person_fkey` (`person`)
);
INSERT INTO `tasks_old` (`id`, `parent`, `person`) SELECT `id`, `parent`, `person` FROM `tasks`;

-- step 22 (contract): undo: drop orders_old
CREATE TABLE `orders_old` (
  `id` int NOT NULL AUTO_INCREMENT,
  `buyer` int NOT NULL,
  `price` int NULL,
  PRIMARY KEY (`id`),
  INDEX `orders_buyer_fkey` (`buyer`)
);
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
INSERT INTO `orders_old` (`id`, `buyer`, `price`) SELECT `id`, `buyer`, `price` FROM `orders`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 21 (contract): undo: drop people_old
CREATE TABLE `people_old` (
  `id` int NOT NULL AUTO_INCREMENT,
  `name` varchar(20) NOT NULL,
  PRIMARY KEY (`id`)
);
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
INSERT INTO `people_old` (`id`, `name`) SELECT `id`, `name` FROM `people`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 20 (expand): undo: add foreign key tags_task_fkey to tags
ALTER TABLE `tags`
  DROP FOREIGN KEY `tags_task_fkey`,
  DROP INDEX `tags_task_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 19 (expand): undo: create table tags
-- loses all rows of the table
DROP TABLE `tags`;

-- step 18 (expand): undo: give the foreign keys of notes their names
SET foreign_key_checks = 0;
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_task_fkey`,
  ADD CONSTRAINT `notes_task_fkey_new` FOREIGN KEY (`task`) REFERENCES `tasks` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 17 (expand): undo: give the foreign keys of lines their names
SET foreign_key_checks = 0;
ALTER TABLE `lines`
  DROP FOREIGN KEY `lines_order_fkey`,
  ADD CONSTRAINT `lines_order_fkey_new` FOREIGN KEY (`order`) REFERENCES `orders` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 16 (expand): undo: give the foreign keys of tasks their names
SET foreign_key_checks = 0;
ALTER TABLE `tasks`
  DROP FOREIGN KEY `tasks_person_fkey`,
  DROP FOREIGN KEY `tasks_parent_fkey`,
  ADD CONSTRAINT `tasks_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON UPDATE CASCADE,
  ADD CONSTRAINT `tasks_parent_fkey_new` FOREIGN KEY (`parent`) REFERENCES `tasks` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 15 (expand): undo: give the foreign keys of orders their names
SET foreign_key_checks = 0;
ALTER TABLE `orders`
  DROP FOREIGN KEY `orders_buyer_fkey`,
  ADD CONSTRAINT `orders_buyer_fkey_new` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 14 (expand): undo: swap people, orders, tasks and their copies
LOCK TABLES `lines` WRITE, `notes` WRITE, `people` WRITE, `people_old` WRITE, `orders` WRITE, `orders_old` WRITE, `tasks` WRITE, `tasks_old` WRITE;
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
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
DELETE FROM `orders_old`;
INSERT INTO `orders_old` (`id`, `buyer`, `price`) SELECT `id`, `buyer`, `price` FROM `orders`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
CREATE TRIGGER `_sc_orders_i` AFTER INSERT ON `orders_old` FOR EACH ROW
INSERT INTO `orders_new` (`id`, `buyer`, `price`) VALUES (NEW.`id`, NEW.`buyer`, NEW.`price`);
DELIMITER $$
CREATE TRIGGER `_sc_orders_u` AFTER UPDATE ON `orders_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `orders_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `orders_new` (`id`, `buyer`, `price`) VALUES (NEW.`id`, NEW.`buyer`, NEW.`price`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `buyer` = NEW.`buyer`, `price` = NEW.`price`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_orders_d` AFTER DELETE ON `orders_old` FOR EACH ROW
DELETE FROM `orders_new` WHERE `id` = OLD.`id`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
DELETE FROM `tasks_old`;
INSERT INTO `tasks_old` (`id`, `parent`, `person`) SELECT `id`, `parent`, `person` FROM `tasks`;
CREATE TRIGGER `_sc_tasks_i` AFTER INSERT ON `tasks_old` FOR EACH ROW
INSERT INTO `tasks_new` (`id`, `parent`, `person`) VALUES (NEW.`id`, NEW.`parent`, NEW.`person`);
DELIMITER $$
CREATE TRIGGER `_sc_tasks_u` AFTER UPDATE ON `tasks_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `tasks_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `tasks_new` (`id`, `parent`, `person`) VALUES (NEW.`id`, NEW.`parent`, NEW.`person`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `parent` = NEW.`parent`, `person` = NEW.`person`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_tasks_d` AFTER DELETE ON `tasks_old` FOR EACH ROW
DELETE FROM `tasks_new` WHERE `id` = OLD.`id`;
RENAME TABLE `people` TO `people_new`, `people_old` TO `people`, `orders` TO `orders_new`, `orders_old` TO `orders`, `tasks` TO `tasks_new`, `tasks_old` TO `tasks`;
UNLOCK TABLES;
SET foreign_key_checks = 0;
ALTER TABLE `orders` ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`) ON DELETE CASCADE ON UPDATE CASCADE, ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;
SET foreign_key_checks = 0;
ALTER TABLE `tasks`
  ADD CONSTRAINT `tasks_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON UPDATE CASCADE,
  ADD CONSTRAINT `tasks_parent_fkey` FOREIGN KEY (`parent`) REFERENCES `tasks` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 13 (expand): undo: let notes_task_fkey refer to the copy
SET foreign_key_checks = 0;
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_task_fkey_new`,
  ADD CONSTRAINT `notes_task_fkey` FOREIGN KEY (`task`) REFERENCES `tasks` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 12 (expand): undo: let lines_order_fkey refer to the copy
SET foreign_key_checks = 0;
ALTER TABLE `lines`
  DROP FOREIGN KEY `lines_order_fkey_new`,
  ADD CONSTRAINT `lines_order_fkey` FOREIGN KEY (`order`) REFERENCES `orders` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 11 (expand): undo: add foreign keys to tasks_new
ALTER TABLE `tasks_new` DROP FOREIGN KEY `tasks_parent_fkey_new`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 10 (backfill): undo: copy tasks to tasks_new
-- nothing to undo: the copy goes

-- step 9 (expand): undo: keep tasks_new equal by triggers
DROP TRIGGER `_sc_tasks_i`;
DROP TRIGGER `_sc_tasks_u`;
DROP TRIGGER `_sc_tasks_d`;

-- step 8 (expand): undo: create tasks_new
DROP TABLE `tasks_new`;

-- step 7 (backfill): undo: copy orders to orders_new
-- nothing to undo: the copy goes

-- step 6 (expand): undo: keep orders_new equal by triggers
DROP TRIGGER `_sc_orders_i`;
DROP TRIGGER `_sc_orders_u`;
DROP TRIGGER `_sc_orders_d`;

-- step 5 (expand): undo: create orders_new
DROP TABLE `orders_new`;

-- step 4 (backfill): undo: copy people to people_new
-- nothing to undo: the copy goes

-- step 3 (expand): undo: keep people_new equal by triggers
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;

-- step 2 (expand): undo: create people_new
DROP TABLE `people_new`;

-- step 1 (expand): undo: leave the checks of people to its copy
ALTER TABLE `people` ADD CONSTRAINT `people_named` CHECK (`name` <> ''), ALGORITHM=COPY, LOCK=SHARED;
