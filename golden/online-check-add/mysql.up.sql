-- mysql:8.4, online, up: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create products_new
SELECT (SELECT COUNT(*) FROM `products` WHERE NOT (`price` >= 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate sane (', @schemac_rows, ')'));
CREATE TABLE `products_new` (
  `id` int NOT NULL,
  `price` int NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `sane` CHECK (`price` >= 0)
);

-- step 2 (expand): keep products_new equal by triggers
CREATE TRIGGER `_sc_products_i` AFTER INSERT ON `products` FOR EACH ROW
INSERT INTO `products_new` (`id`, `price`) VALUES (NEW.`id`, NEW.`price`);
DELIMITER $$
CREATE TRIGGER `_sc_products_u` AFTER UPDATE ON `products` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `products_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `products_new` (`id`, `price`) VALUES (NEW.`id`, NEW.`price`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `price` = NEW.`price`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_products_d` AFTER DELETE ON `products` FOR EACH ROW
DELETE FROM `products_new` WHERE `id` = OLD.`id`;

-- step 3 (backfill): copy products to products_new
DROP PROCEDURE IF EXISTS `_sc_products_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_products_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `products` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `products_new` (`id`, `price`) SELECT `id`, `price` FROM `products`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `products_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `products` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `products_new` (`id`, `price`) SELECT `id`, `price` FROM `products`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `products_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_products_new`();
DROP PROCEDURE `_sc_products_new`;

-- step 4 (expand): swap products and products_new
SELECT (SELECT COUNT(*) FROM `products` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `products_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of products (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `products_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `products` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of products_new (', @schemac_rows, ')'));
RENAME TABLE `products` TO `products_old`, `products_new` TO `products`;
DROP TRIGGER `_sc_products_i`;
DROP TRIGGER `_sc_products_u`;
DROP TRIGGER `_sc_products_d`;

-- step 5 (contract): drop products_old
DROP TABLE `products_old`;
