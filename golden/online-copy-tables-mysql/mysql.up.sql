-- mysql:8.4, online, up: 23 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): leave the checks of people to its copy
ALTER TABLE `people` DROP CHECK `people_named`, ALGORITHM=INSTANT;

-- step 2 (expand): create people_new
CREATE TABLE `people_new` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `name` varchar(20) NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `people_named` CHECK (`name` <> '')
);
SET SESSION information_schema_stats_expiry = 0;
SELECT CONCAT('ALTER TABLE `people_new` AUTO_INCREMENT = ', COALESCE(auto_increment, 1)) INTO @schemac_counter FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'people';
PREPARE schemac_counter FROM @schemac_counter;
EXECUTE schemac_counter;
DEALLOCATE PREPARE schemac_counter;

-- step 3 (expand): keep people_new equal by triggers
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people` FOR EACH ROW
INSERT INTO `people_new` (`id`, `name`) VALUES (NEW.`id`, NEW.`name`);
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `people_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `people_new` (`id`, `name`) VALUES (NEW.`id`, NEW.`name`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `name` = NEW.`name`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people` FOR EACH ROW
DELETE FROM `people_new` WHERE `id` = OLD.`id`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 4 (backfill): copy people to people_new
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
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
    INSERT INTO `people_new` (`id`, `name`) SELECT `id`, `name` FROM `people`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `people_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `people` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `people_new` (`id`, `name`) SELECT `id`, `name` FROM `people`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `people_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_people_new`();
DROP PROCEDURE `_sc_people_new`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 5 (expand): create orders_new
CREATE TABLE `orders_new` (
  `id` int NOT NULL AUTO_INCREMENT,
  `buyer` bigint NOT NULL,
  `price` int NULL,
  `gross` int GENERATED ALWAYS AS (`price` * 2) STORED NULL,
  PRIMARY KEY (`id`),
  INDEX `orders_buyer_fkey` (`buyer`)
);
ALTER TABLE `orders_new` ADD CONSTRAINT `orders_buyer_fkey_new` FOREIGN KEY (`buyer`) REFERENCES `people_new` (`id`) ON DELETE CASCADE ON UPDATE CASCADE, ALGORITHM=COPY, LOCK=SHARED;
SET SESSION information_schema_stats_expiry = 0;
SELECT CONCAT('ALTER TABLE `orders_new` AUTO_INCREMENT = ', COALESCE(auto_increment, 1)) INTO @schemac_counter FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'orders';
PREPARE schemac_counter FROM @schemac_counter;
EXECUTE schemac_counter;
DEALLOCATE PREPARE schemac_counter;

-- step 6 (expand): keep orders_new equal by triggers
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
CREATE TRIGGER `_sc_orders_i` AFTER INSERT ON `orders` FOR EACH ROW
INSERT INTO `orders_new` (`id`, `buyer`, `price`) VALUES (NEW.`id`, NEW.`buyer`, NEW.`price`);
DELIMITER $$
CREATE TRIGGER `_sc_orders_u` AFTER UPDATE ON `orders` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `orders_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `orders_new` (`id`, `buyer`, `price`) VALUES (NEW.`id`, NEW.`buyer`, NEW.`price`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `buyer` = NEW.`buyer`, `price` = NEW.`price`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_orders_d` AFTER DELETE ON `orders` FOR EACH ROW
DELETE FROM `orders_new` WHERE `id` = OLD.`id`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 7 (backfill): copy orders to orders_new
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
DROP PROCEDURE IF EXISTS `_sc_orders_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_orders_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `orders` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `orders_new` (`id`, `buyer`, `price`) SELECT `id`, `buyer`, `price` FROM `orders`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `orders_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `orders` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `orders_new` (`id`, `buyer`, `price`) SELECT `id`, `buyer`, `price` FROM `orders`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `orders_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_orders_new`();
DROP PROCEDURE `_sc_orders_new`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 8 (expand): create tasks_new
CREATE TABLE `tasks_new` (
  `id` int NOT NULL,
  `parent` int NULL,
  `person` bigint NULL,
  PRIMARY KEY (`id`),
  INDEX `tasks_parent_fkey` (`parent`),
  INDEX `tasks_person_fkey` (`person`)
);
ALTER TABLE `tasks_new` ADD CONSTRAINT `tasks_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people_new` (`id`) ON UPDATE CASCADE, ALGORITHM=COPY, LOCK=SHARED;

-- step 9 (expand): keep tasks_new equal by triggers
CREATE TRIGGER `_sc_tasks_i` AFTER INSERT ON `tasks` FOR EACH ROW
INSERT INTO `tasks_new` (`id`, `parent`, `person`) VALUES (NEW.`id`, NEW.`parent`, NEW.`person`);
DELIMITER $$
CREATE TRIGGER `_sc_tasks_u` AFTER UPDATE ON `tasks` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `tasks_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `tasks_new` (`id`, `parent`, `person`) VALUES (NEW.`id`, NEW.`parent`, NEW.`person`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `parent` = NEW.`parent`, `person` = NEW.`person`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_tasks_d` AFTER DELETE ON `tasks` FOR EACH ROW
DELETE FROM `tasks_new` WHERE `id` = OLD.`id`;

-- step 10 (backfill): copy tasks to tasks_new
DROP PROCEDURE IF EXISTS `_sc_tasks_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_tasks_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `tasks` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `tasks_new` (`id`, `parent`, `person`) SELECT `id`, `parent`, `person` FROM `tasks`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `tasks_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `tasks` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `tasks_new` (`id`, `parent`, `person`) SELECT `id`, `parent`, `person` FROM `tasks`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `tasks_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_tasks_new`();
DROP PROCEDURE `_sc_tasks_new`;

-- step 11 (expand): add foreign keys to tasks_new
SET foreign_key_checks = 0;
ALTER TABLE `tasks_new` ADD CONSTRAINT `tasks_parent_fkey_new` FOREIGN KEY (`parent`) REFERENCES `tasks_new` (`id`), ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 12 (expand): let lines_order_fkey refer to the copy
SET foreign_key_checks = 0;
ALTER TABLE `lines`
  DROP FOREIGN KEY `lines_order_fkey`,
  ADD CONSTRAINT `lines_order_fkey_new` FOREIGN KEY (`order`) REFERENCES `orders_new` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 13 (expand): let notes_task_fkey refer to the copy
SET foreign_key_checks = 0;
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_task_fkey`,
  ADD CONSTRAINT `notes_task_fkey_new` FOREIGN KEY (`task`) REFERENCES `tasks_new` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 14 (expand): swap people, orders, tasks and their copies
SELECT (SELECT COUNT(*) FROM `people` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of people (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `people_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of people_new (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `orders_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of orders (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `orders_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `orders` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of orders_new (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `tasks` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `tasks_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of tasks (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `tasks_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `tasks` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of tasks_new (', @schemac_rows, ')'));
ALTER TABLE `tasks`
  DROP FOREIGN KEY `tasks_person_fkey`,
  DROP FOREIGN KEY `tasks_parent_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `orders` DROP FOREIGN KEY `orders_buyer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;
RENAME TABLE `people` TO `people_old`, `people_new` TO `people`;
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;
RENAME TABLE `orders` TO `orders_old`, `orders_new` TO `orders`;
DROP TRIGGER `_sc_orders_i`;
DROP TRIGGER `_sc_orders_u`;
DROP TRIGGER `_sc_orders_d`;
RENAME TABLE `tasks` TO `tasks_old`, `tasks_new` TO `tasks`;
DROP TRIGGER `_sc_tasks_i`;
DROP TRIGGER `_sc_tasks_u`;
DROP TRIGGER `_sc_tasks_d`;

-- step 15 (expand): give the foreign keys of orders their names
SET foreign_key_checks = 0;
ALTER TABLE `orders`
  DROP FOREIGN KEY `orders_buyer_fkey_new`,
  ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 16 (expand): give the foreign keys of tasks their names
SET foreign_key_checks = 0;
ALTER TABLE `tasks`
  DROP FOREIGN KEY `tasks_person_fkey_new`,
  DROP FOREIGN KEY `tasks_parent_fkey_new`,
  ADD CONSTRAINT `tasks_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON UPDATE CASCADE,
  ADD CONSTRAINT `tasks_parent_fkey` FOREIGN KEY (`parent`) REFERENCES `tasks` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 17 (expand): give the foreign keys of lines their names
SET foreign_key_checks = 0;
ALTER TABLE `lines`
  DROP FOREIGN KEY `lines_order_fkey_new`,
  ADD CONSTRAINT `lines_order_fkey` FOREIGN KEY (`order`) REFERENCES `orders` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 18 (expand): give the foreign keys of notes their names
SET foreign_key_checks = 0;
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_task_fkey_new`,
  ADD CONSTRAINT `notes_task_fkey` FOREIGN KEY (`task`) REFERENCES `tasks` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 19 (expand): create table tags
CREATE TABLE `tags` (
  `id` int NOT NULL,
  `task` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- step 20 (expand): add foreign key tags_task_fkey to tags
ALTER TABLE `tags` ADD CONSTRAINT `tags_task_fkey` FOREIGN KEY (`task`) REFERENCES `tasks` (`id`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;

-- step 21 (contract): drop people_old
DROP TABLE `people_old`;

-- step 22 (contract): drop orders_old
DROP TABLE `orders_old`;

-- step 23 (contract): drop tasks_old
DROP TABLE `tasks_old`;
