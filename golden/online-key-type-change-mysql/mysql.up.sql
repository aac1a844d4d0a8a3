-- mysql:8.4, online, up: 37 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column buyer_new to orders
ALTER TABLE `orders` ADD COLUMN `buyer_new` bigint NULL AFTER `buyer`, ALGORITHM=INSTANT;

-- step 2 (expand): keep buyer_new equal by triggers
CREATE TRIGGER `_sc_orders_buyer_n_i` BEFORE INSERT ON `orders` FOR EACH ROW
SET NEW.`buyer_new` = NEW.`buyer`;
CREATE TRIGGER `_sc_orders_buyer_n_u` BEFORE UPDATE ON `orders` FOR EACH ROW
SET NEW.`buyer_new` = NEW.`buyer`;

-- step 3 (backfill): copy buyer to buyer_new
DROP PROCEDURE IF EXISTS `_sc_orders_buyer_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_orders_buyer_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `orders` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    UPDATE `orders` SET `buyer_new` = `buyer`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) AND (NOT (`buyer_new` <=> `buyer`));
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `orders` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  UPDATE `orders` SET `buyer_new` = `buyer`
    WHERE (last_1 IS NULL OR `id` > last_1) AND (NOT (`buyer_new` <=> `buyer`));
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_orders_buyer_new`();
DROP PROCEDURE `_sc_orders_buyer_new`;

-- step 4 (expand): create index orders_buyer_idx_new
ALTER TABLE `orders` ADD INDEX `orders_buyer_idx_new` (`buyer_new`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 5 (expand): complete column buyer_new
SELECT (SELECT COUNT(*) FROM `orders` WHERE `buyer_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: buyer does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `orders` MODIFY COLUMN `buyer_new` bigint NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 6 (expand): drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_buyer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 7 (expand): swap buyer and buyer_new
SELECT (SELECT COUNT(*) FROM `orders` WHERE `buyer_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: buyer does not fit in some rows (', @schemac_rows, ')'));
LOCK TABLES `orders` WRITE;
DROP TRIGGER `_sc_orders_buyer_n_i`;
DROP TRIGGER `_sc_orders_buyer_n_u`;
ALTER TABLE `orders`
  RENAME COLUMN `buyer` TO `buyer_old`,
  RENAME COLUMN `buyer_new` TO `buyer`,
  ALGORITHM=INSTANT;
ALTER TABLE `orders`
  RENAME INDEX `orders_buyer_idx` TO `orders_buyer_idx_old`,
  RENAME INDEX `orders_buyer_idx_new` TO `orders_buyer_idx`,
  ALGORITHM=INPLACE, LOCK=NONE;
CREATE TRIGGER `_sc_orders_buyer_o_i` BEFORE INSERT ON `orders` FOR EACH ROW
SET NEW.`buyer_old` = coalesce(CASE WHEN NEW.`buyer` < -2147483648 OR NEW.`buyer` > 2147483647 THEN NULL ELSE NEW.`buyer` END, 0);
CREATE TRIGGER `_sc_orders_buyer_o_u` BEFORE UPDATE ON `orders` FOR EACH ROW
SET NEW.`buyer_old` = coalesce(CASE WHEN NEW.`buyer` < -2147483648 OR NEW.`buyer` > 2147483647 THEN NULL ELSE NEW.`buyer` END, 0);
UNLOCK TABLES;

-- step 8 (expand): add column payer_new to orders
ALTER TABLE `orders` ADD COLUMN `payer_new` bigint NULL AFTER `payer`, ALGORITHM=INSTANT;

-- step 9 (expand): keep payer_new equal by triggers
CREATE TRIGGER `_sc_orders_payer_n_i` BEFORE INSERT ON `orders` FOR EACH ROW
SET NEW.`payer_new` = NEW.`payer`;
CREATE TRIGGER `_sc_orders_payer_n_u` BEFORE UPDATE ON `orders` FOR EACH ROW
SET NEW.`payer_new` = NEW.`payer`;

-- step 10 (backfill): copy payer to payer_new
DROP PROCEDURE IF EXISTS `_sc_orders_payer_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_orders_payer_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `orders` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    UPDATE `orders` SET `payer_new` = `payer`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) AND (NOT (`payer_new` <=> `payer`));
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `orders` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  UPDATE `orders` SET `payer_new` = `payer`
    WHERE (last_1 IS NULL OR `id` > last_1) AND (NOT (`payer_new` <=> `payer`));
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_orders_payer_new`();
DROP PROCEDURE `_sc_orders_payer_new`;

-- step 11 (expand): create index orders_payer_fkey_new
ALTER TABLE `orders` ADD INDEX `orders_payer_fkey_new` (`payer_new`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 12 (expand): complete column payer_new
SELECT (SELECT COUNT(*) FROM `orders` WHERE `payer` IS NOT NULL AND `payer_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: payer does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `orders` MODIFY COLUMN `payer_new` bigint NULL, ALGORITHM=INSTANT;

-- step 13 (expand): drop foreign key orders_payer_fkey of orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_payer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 14 (expand): swap payer and payer_new
SELECT (SELECT COUNT(*) FROM `orders` WHERE `payer` IS NOT NULL AND `payer_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: payer does not fit in some rows (', @schemac_rows, ')'));
LOCK TABLES `orders` WRITE;
DROP TRIGGER `_sc_orders_payer_n_i`;
DROP TRIGGER `_sc_orders_payer_n_u`;
ALTER TABLE `orders`
  RENAME COLUMN `payer` TO `payer_old`,
  RENAME COLUMN `payer_new` TO `payer`,
  ALGORITHM=INSTANT;
ALTER TABLE `orders`
  RENAME INDEX `orders_payer_fkey` TO `orders_payer_fkey_old`,
  RENAME INDEX `orders_payer_fkey_new` TO `orders_payer_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;
CREATE TRIGGER `_sc_orders_payer_o_i` BEFORE INSERT ON `orders` FOR EACH ROW
SET NEW.`payer_old` = CASE WHEN NEW.`payer` < -2147483648 OR NEW.`payer` > 2147483647 THEN NULL ELSE NEW.`payer` END;
CREATE TRIGGER `_sc_orders_payer_o_u` BEFORE UPDATE ON `orders` FOR EACH ROW
SET NEW.`payer_old` = CASE WHEN NEW.`payer` < -2147483648 OR NEW.`payer` > 2147483647 THEN NULL ELSE NEW.`payer` END;
UNLOCK TABLES;

-- step 15 (expand): add column person_new to lines
ALTER TABLE `lines` ADD COLUMN `person_new` bigint NULL AFTER `person`, ALGORITHM=INSTANT;

-- step 16 (expand): keep person_new equal by triggers
CREATE TRIGGER `_sc_lines_person_n_i` BEFORE INSERT ON `lines` FOR EACH ROW
SET NEW.`person_new` = NEW.`person`;
CREATE TRIGGER `_sc_lines_person_n_u` BEFORE UPDATE ON `lines` FOR EACH ROW
SET NEW.`person_new` = NEW.`person`;

-- step 17 (backfill): copy person to person_new
DROP PROCEDURE IF EXISTS `_sc_lines_person_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_lines_person_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `lines` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    UPDATE `lines` SET `person_new` = `person`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) AND (NOT (`person_new` <=> `person`));
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `lines` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  UPDATE `lines` SET `person_new` = `person`
    WHERE (last_1 IS NULL OR `id` > last_1) AND (NOT (`person_new` <=> `person`));
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_lines_person_new`();
DROP PROCEDURE `_sc_lines_person_new`;

-- step 18 (expand): create index lines_person_fkey_new
ALTER TABLE `lines` ADD INDEX `lines_person_fkey_new` (`person_new`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 19 (expand): complete column person_new
SELECT (SELECT COUNT(*) FROM `lines` WHERE `person_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: person does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `lines` MODIFY COLUMN `person_new` bigint NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 20 (expand): drop foreign key lines_person_fkey of lines
ALTER TABLE `lines` DROP FOREIGN KEY `lines_person_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 21 (expand): change column id of people
ALTER TABLE `people` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT, ALGORITHM=COPY, LOCK=SHARED;

-- step 22 (expand): add foreign key orders_buyer_fkey to orders
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`buyer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`buyer`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_buyer_fkey (', @schemac_rows, ')'));
SET foreign_key_checks = 0;
ALTER TABLE `orders` ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`), ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 23 (expand): prove orders_buyer_fkey
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`buyer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`buyer`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_buyer_fkey (', @schemac_rows, ')'));

-- step 24 (expand): add foreign key orders_payer_fkey to orders
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`payer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`payer`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_payer_fkey (', @schemac_rows, ')'));
SET foreign_key_checks = 0;
ALTER TABLE `orders` ADD CONSTRAINT `orders_payer_fkey` FOREIGN KEY (`payer`) REFERENCES `people` (`id`), ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 25 (expand): prove orders_payer_fkey
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`payer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`payer`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_payer_fkey (', @schemac_rows, ')'));

-- step 26 (expand): swap person and person_new
SELECT (SELECT COUNT(*) FROM `lines` WHERE `person_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: person does not fit in some rows (', @schemac_rows, ')'));
LOCK TABLES `lines` WRITE;
DROP TRIGGER `_sc_lines_person_n_i`;
DROP TRIGGER `_sc_lines_person_n_u`;
ALTER TABLE `lines`
  RENAME COLUMN `person` TO `person_old`,
  RENAME COLUMN `person_new` TO `person`,
  ALGORITHM=INSTANT;
ALTER TABLE `lines`
  RENAME INDEX `lines_person_fkey` TO `lines_person_fkey_old`,
  RENAME INDEX `lines_person_fkey_new` TO `lines_person_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;
CREATE TRIGGER `_sc_lines_person_o_i` BEFORE INSERT ON `lines` FOR EACH ROW
SET NEW.`person_old` = coalesce(CASE WHEN NEW.`person` < -2147483648 OR NEW.`person` > 2147483647 THEN NULL ELSE NEW.`person` END, 0);
CREATE TRIGGER `_sc_lines_person_o_u` BEFORE UPDATE ON `lines` FOR EACH ROW
SET NEW.`person_old` = coalesce(CASE WHEN NEW.`person` < -2147483648 OR NEW.`person` > 2147483647 THEN NULL ELSE NEW.`person` END, 0);
UNLOCK TABLES;

-- step 27 (expand): add foreign key lines_person_fkey to lines
SELECT (SELECT COUNT(*) FROM `lines` AS child WHERE child.`person` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`person`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for lines_person_fkey (', @schemac_rows, ')'));
SET foreign_key_checks = 0;
ALTER TABLE `lines` ADD CONSTRAINT `lines_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON DELETE CASCADE, ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 28 (expand): prove lines_person_fkey
SELECT (SELECT COUNT(*) FROM `lines` AS child WHERE child.`person` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`person`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for lines_person_fkey (', @schemac_rows, ')'));

-- step 29 (contract): drop index orders_buyer_idx_old
ALTER TABLE `orders` DROP INDEX `orders_buyer_idx_old`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 30 (contract): stop keeping buyer_old
DROP TRIGGER `_sc_orders_buyer_o_i`;
DROP TRIGGER `_sc_orders_buyer_o_u`;

-- step 31 (contract): drop column buyer_old
ALTER TABLE `orders` DROP COLUMN `buyer_old`, ALGORITHM=INSTANT;

-- step 32 (contract): drop index orders_payer_fkey_old
ALTER TABLE `orders` DROP INDEX `orders_payer_fkey_old`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 33 (contract): stop keeping payer_old
DROP TRIGGER `_sc_orders_payer_o_i`;
DROP TRIGGER `_sc_orders_payer_o_u`;

-- step 34 (contract): drop column payer_old
ALTER TABLE `orders` DROP COLUMN `payer_old`, ALGORITHM=INSTANT;

-- step 35 (contract): drop index lines_person_fkey_old
ALTER TABLE `lines` DROP INDEX `lines_person_fkey_old`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 36 (contract): stop keeping person_old
DROP TRIGGER `_sc_lines_person_o_i`;
DROP TRIGGER `_sc_lines_person_o_u`;

-- step 37 (contract): drop column person_old
ALTER TABLE `lines` DROP COLUMN `person_old`, ALGORITHM=INSTANT;
