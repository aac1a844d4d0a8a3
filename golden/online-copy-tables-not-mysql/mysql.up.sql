-- mysql:8.4, online, up: 16 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create orders_new
SELECT (SELECT COUNT(*) FROM `orders` WHERE NOT (`note` <> '')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate orders_noted (', @schemac_rows, ')'));
CREATE TABLE `orders_new` (
  `id` int NOT NULL,
  `text` varchar(20) NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `orders_noted` CHECK (`text` <> '')
);

-- step 2 (expand): keep orders_new equal by triggers
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

-- step 3 (backfill): copy orders to orders_new
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
    INSERT INTO `orders_new` (`id`, `text`) SELECT `id`, `note` FROM `orders`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `orders_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `orders` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `orders_new` (`id`, `text`) SELECT `id`, `note` FROM `orders`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `orders_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_orders_new`();
DROP PROCEDURE `_sc_orders_new`;

-- step 4 (expand): swap orders and orders_new
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `orders_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of orders (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `orders_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `orders` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of orders_new (', @schemac_rows, ')'));
RENAME TABLE `orders` TO `orders_old`, `orders_new` TO `orders`;
DROP TRIGGER `_sc_orders_i`;
DROP TRIGGER `_sc_orders_u`;
DROP TRIGGER `_sc_orders_d`;

-- step 5 (expand): add check logs_sized of logs
SELECT (SELECT COUNT(*) FROM `logs` WHERE NOT (`size` > 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate logs_sized (', @schemac_rows, ')'));
ALTER TABLE `logs` ADD CONSTRAINT `logs_sized` CHECK (`size` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 6 (expand): create people_new
SELECT (SELECT COUNT(*) FROM `people` WHERE NOT (`name` <> '')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate people_named (', @schemac_rows, ')'));
CREATE TABLE `people_new` (
  `id` int NOT NULL,
  `name` varchar(20) NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `people_named` CHECK (`name` <> '')
);

-- step 7 (expand): keep people_new equal by triggers
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

-- step 8 (backfill): copy people to people_new
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

-- step 9 (expand): give the triggers of people to people_new
DELIMITER $$
CREATE TRIGGER `_sc_people_named_new` BEFORE INSERT ON `people_new` FOR EACH ROW
IF NOT (@schemac_copied <=> NOW(6)) THEN
set new.name = trim(new.name)
;
END IF$$
DELIMITER ;

-- step 10 (expand): swap people and people_new
SELECT (SELECT COUNT(*) FROM `people` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of people (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `people_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of people_new (', @schemac_rows, ')'));
RENAME TABLE `people` TO `people_old`, `people_new` TO `people`;
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;
DROP TRIGGER `people_named`;

-- step 11 (expand): give the triggers of people their names
SET foreign_key_checks = 0;
LOCK TABLES `people` WRITE;
DROP TRIGGER `_sc_people_named_new`;
CREATE TRIGGER `people_named` BEFORE INSERT ON `people` FOR EACH ROW
set new.name = trim(new.name);
UNLOCK TABLES;
SET foreign_key_checks = 1;

-- step 12 (expand): add check lines_sized of lines
SELECT (SELECT COUNT(*) FROM `lines` WHERE NOT (`size` > 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate lines_sized (', @schemac_rows, ')'));
ALTER TABLE `lines` ADD CONSTRAINT `lines_sized` CHECK (`size` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 13 (expand): add foreign key parts_line_fkey to parts
SELECT (SELECT COUNT(*) FROM `parts` AS child WHERE child.`line` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `lines` AS parent WHERE parent.`id` = child.`line`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for parts_line_fkey (', @schemac_rows, ')'));
SET foreign_key_checks = 0;
ALTER TABLE `parts`
  ADD INDEX `parts_line_fkey` (`line`),
  ADD CONSTRAINT `parts_line_fkey` FOREIGN KEY (`line`) REFERENCES `lines` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 14 (expand): prove parts_line_fkey
SELECT (SELECT COUNT(*) FROM `parts` AS child WHERE child.`line` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `lines` AS parent WHERE parent.`id` = child.`line`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for parts_line_fkey (', @schemac_rows, ')'));

-- step 15 (contract): drop orders_old
DROP TABLE `orders_old`;

-- step 16 (contract): drop people_old
DROP TABLE `people_old`;
