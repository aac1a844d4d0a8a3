-- mysql:8.4, online, up: 15 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create people_new
CREATE TABLE `people_new` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `name` varchar(40) NOT NULL,
  PRIMARY KEY (`id`)
);
SET SESSION information_schema_stats_expiry = 0;
SELECT CONCAT('ALTER TABLE `people_new` AUTO_INCREMENT = ', COALESCE(auto_increment, 1)) INTO @schemac_counter FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'people';
PREPARE schemac_counter FROM @schemac_counter;
EXECUTE schemac_counter;
DEALLOCATE PREPARE schemac_counter;

-- step 2 (expand): keep people_new equal by triggers
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

-- step 3 (backfill): copy people to people_new
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

-- step 4 (expand): create orders_new
CREATE TABLE `orders_new` (
  `id` int NOT NULL,
  `buyer` bigint NOT NULL,
  `payer` bigint NULL,
  PRIMARY KEY (`id`),
  INDEX `orders_buyer_idx` (`buyer`),
  INDEX `orders_payer_fkey` (`payer`)
);
ALTER TABLE `orders_new`
  ADD CONSTRAINT `orders_buyer_fkey_new` FOREIGN KEY (`buyer`) REFERENCES `people_new` (`id`),
  ADD CONSTRAINT `orders_payer_fkey_new` FOREIGN KEY (`payer`) REFERENCES `people_new` (`id`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): keep orders_new equal by triggers
CREATE TRIGGER `_sc_orders_i` AFTER INSERT ON `orders` FOR EACH ROW
INSERT INTO `orders_new` (`id`, `buyer`, `payer`) VALUES (NEW.`id`, NEW.`buyer`, NEW.`payer`);
DELIMITER $$
CREATE TRIGGER `_sc_orders_u` AFTER UPDATE ON `orders` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `orders_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `orders_new` (`id`, `buyer`, `payer`) VALUES (NEW.`id`, NEW.`buyer`, NEW.`payer`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `buyer` = NEW.`buyer`, `payer` = NEW.`payer`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_orders_d` AFTER DELETE ON `orders` FOR EACH ROW
DELETE FROM `orders_new` WHERE `id` = OLD.`id`;

-- step 6 (backfill): copy orders to orders_new
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
    INSERT INTO `orders_new` (`id`, `buyer`, `payer`) SELECT `id`, `buyer`, `payer` FROM `orders`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `orders_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `orders` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `orders_new` (`id`, `buyer`, `payer`) SELECT `id`, `buyer`, `payer` FROM `orders`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `orders_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_orders_new`();
DROP PROCEDURE `_sc_orders_new`;

-- step 7 (expand): create lines_new
CREATE TABLE `lines_new` (
  `id` int NOT NULL,
  `person` bigint NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `lines_person_fkey` (`person`)
);
ALTER TABLE `lines_new` ADD CONSTRAINT `lines_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people_new` (`id`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;

-- step 8 (expand): keep lines_new equal by triggers
CREATE TRIGGER `_sc_lines_i` AFTER INSERT ON `lines` FOR EACH ROW
INSERT INTO `lines_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`);
DELIMITER $$
CREATE TRIGGER `_sc_lines_u` AFTER UPDATE ON `lines` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `lines_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `lines_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `person` = NEW.`person`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_lines_d` AFTER DELETE ON `lines` FOR EACH ROW
DELETE FROM `lines_new` WHERE `id` = OLD.`id`;

-- step 9 (backfill): copy lines to lines_new
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
    INSERT INTO `lines_new` (`id`, `person`) SELECT `id`, `person` FROM `lines`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `lines_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `lines` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `lines_new` (`id`, `person`) SELECT `id`, `person` FROM `lines`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `lines_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_lines_new`();
DROP PROCEDURE `_sc_lines_new`;

-- step 10 (expand): swap people, orders, lines and their copies
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
SELECT (SELECT COUNT(*) FROM `lines` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `lines_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of lines (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `lines_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `lines` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of lines_new (', @schemac_rows, ')'));
ALTER TABLE `lines` DROP FOREIGN KEY `lines_person_fkey`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `orders`
  DROP FOREIGN KEY `orders_buyer_fkey`,
  DROP FOREIGN KEY `orders_payer_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;
RENAME TABLE `people` TO `people_old`, `people_new` TO `people`;
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;
RENAME TABLE `orders` TO `orders_old`, `orders_new` TO `orders`;
DROP TRIGGER `_sc_orders_i`;
DROP TRIGGER `_sc_orders_u`;
DROP TRIGGER `_sc_orders_d`;
RENAME TABLE `lines` TO `lines_old`, `lines_new` TO `lines`;
DROP TRIGGER `_sc_lines_i`;
DROP TRIGGER `_sc_lines_u`;
DROP TRIGGER `_sc_lines_d`;

-- step 11 (expand): give the foreign keys of orders their names
SET foreign_key_checks = 0;
ALTER TABLE `orders`
  DROP FOREIGN KEY `orders_buyer_fkey_new`,
  DROP FOREIGN KEY `orders_payer_fkey_new`,
  ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`),
  ADD CONSTRAINT `orders_payer_fkey` FOREIGN KEY (`payer`) REFERENCES `people` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 12 (expand): give the foreign keys of lines their names
SET foreign_key_checks = 0;
ALTER TABLE `lines`
  DROP FOREIGN KEY `lines_person_fkey_new`,
  ADD CONSTRAINT `lines_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 13 (contract): drop people_old
DROP TABLE `people_old`;

-- step 14 (contract): drop orders_old
DROP TABLE `orders_old`;

-- step 15 (contract): drop lines_old
DROP TABLE `lines_old`;
