-- mysql:8.4, online, up: 23 steps
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
  SET @`_sc_people` = NOW(6);
  INSERT INTO `people_new` (`id`, `name`) VALUES (NEW.`id`, NEW.`name`);
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people` FOR EACH ROW
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
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people` FOR EACH ROW
BEGIN
  SET @`_sc_people` = NOW(6);
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
IF NOT (@`_sc_people` <=> NOW(6)) THEN
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
LOCK TABLES `people` WRITE;
DROP TRIGGER `_sc_people_named_new`;
CREATE TRIGGER `people_named` BEFORE INSERT ON `people` FOR EACH ROW
set new.name = trim(new.name);
UNLOCK TABLES;

-- step 12 (expand): create lines_new
SELECT (SELECT COUNT(*) FROM `lines` WHERE NOT (`size` > 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate lines_sized (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `parts` AS child WHERE child.`line` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `lines` AS parent WHERE parent.`id` = child.`line`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for parts_line_fkey (', @schemac_rows, ')'));
CREATE TABLE `lines_new` (
  `id` int NOT NULL,
  `size` int NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `lines_sized` CHECK (`size` > 0)
);

-- step 13 (expand): keep lines_new equal by triggers
CREATE TRIGGER `_sc_lines_i` AFTER INSERT ON `lines` FOR EACH ROW
INSERT INTO `lines_new` (`id`, `size`) VALUES (NEW.`id`, NEW.`size`);
DELIMITER $$
CREATE TRIGGER `_sc_lines_u` AFTER UPDATE ON `lines` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `lines_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `lines_new` (`id`, `size`) VALUES (NEW.`id`, NEW.`size`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `size` = NEW.`size`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_lines_d` AFTER DELETE ON `lines` FOR EACH ROW
DELETE FROM `lines_new` WHERE `id` = OLD.`id`;

-- step 14 (backfill): copy lines to lines_new
DROP PROCEDURE IF EXISTS `_sc_lines_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_lines_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `lines` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `lines_new` (`id`, `size`) SELECT `id`, `size` FROM `lines`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `lines_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `lines` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `lines_new` (`id`, `size`) SELECT `id`, `size` FROM `lines`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `lines_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_lines_new`();
DROP PROCEDURE `_sc_lines_new`;

-- step 15 (expand): create parts_new
CREATE TABLE `parts_new` (
  `id` int NOT NULL,
  `line` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `parts_line_fkey` (`line`)
);
ALTER TABLE `parts_new` ADD CONSTRAINT `parts_line_fkey_new` FOREIGN KEY (`line`) REFERENCES `lines_new` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 16 (expand): keep parts_new equal by triggers
CREATE TRIGGER `_sc_parts_i` AFTER INSERT ON `parts` FOR EACH ROW
INSERT INTO `parts_new` (`id`, `line`) VALUES (NEW.`id`, NEW.`line`);
DELIMITER $$
CREATE TRIGGER `_sc_parts_u` AFTER UPDATE ON `parts` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `parts_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `parts_new` (`id`, `line`) VALUES (NEW.`id`, NEW.`line`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `line` = NEW.`line`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_parts_d` AFTER DELETE ON `parts` FOR EACH ROW
DELETE FROM `parts_new` WHERE `id` = OLD.`id`;

-- step 17 (backfill): copy parts to parts_new
DROP PROCEDURE IF EXISTS `_sc_parts_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_parts_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `parts` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `parts_new` (`id`, `line`) SELECT `id`, `line` FROM `parts`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `parts_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `parts` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `parts_new` (`id`, `line`) SELECT `id`, `line` FROM `parts`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `parts_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_parts_new`();
DROP PROCEDURE `_sc_parts_new`;

-- step 18 (expand): swap lines, parts and their copies
SELECT (SELECT COUNT(*) FROM `lines` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `lines_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of lines (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `lines_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `lines` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of lines_new (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `parts` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `parts_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of parts (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `parts_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `parts` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of parts_new (', @schemac_rows, ')'));
RENAME TABLE `lines` TO `lines_old`, `lines_new` TO `lines`;
DROP TRIGGER `_sc_lines_i`;
DROP TRIGGER `_sc_lines_u`;
DROP TRIGGER `_sc_lines_d`;
RENAME TABLE `parts` TO `parts_old`, `parts_new` TO `parts`;
DROP TRIGGER `_sc_parts_i`;
DROP TRIGGER `_sc_parts_u`;
DROP TRIGGER `_sc_parts_d`;

-- step 19 (expand): give the foreign keys of parts their names
SET foreign_key_checks = 0;
ALTER TABLE `parts`
  DROP FOREIGN KEY `parts_line_fkey_new`,
  ADD CONSTRAINT `parts_line_fkey` FOREIGN KEY (`line`) REFERENCES `lines` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 20 (contract): drop orders_old
DROP TABLE `orders_old`;

-- step 21 (contract): drop people_old
DROP TABLE `people_old`;

-- step 22 (contract): drop lines_old
DROP TABLE `lines_old`;

-- step 23 (contract): drop parts_old
DROP TABLE `parts_old`;
