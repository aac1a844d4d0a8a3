-- mysql:8.4, online, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 5 (contract): undo: drop products_old
CREATE TABLE `products_old` (
  `id` int NOT NULL,
  `price` int NOT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `products_old` (`id`, `price`) SELECT `id`, `price` FROM `products`;

-- step 4 (expand): undo: swap products and products_new
LOCK TABLES `products` WRITE, `products_old` WRITE;
DELETE FROM `products_old`;
INSERT INTO `products_old` (`id`, `price`) SELECT `id`, `price` FROM `products`;
CREATE TRIGGER `_sc_products_i` AFTER INSERT ON `products_old` FOR EACH ROW
INSERT INTO `products_new` (`id`, `price`) VALUES (NEW.`id`, NEW.`price`);
DELIMITER $$
CREATE TRIGGER `_sc_products_u` AFTER UPDATE ON `products_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `products_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `products_new` (`id`, `price`) VALUES (NEW.`id`, NEW.`price`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `price` = NEW.`price`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_products_d` AFTER DELETE ON `products_old` FOR EACH ROW
DELETE FROM `products_new` WHERE `id` = OLD.`id`;
RENAME TABLE `products` TO `products_new`, `products_old` TO `products`;
UNLOCK TABLES;

-- step 3 (backfill): undo: copy products to products_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep products_new equal by triggers
DROP TRIGGER `_sc_products_i`;
DROP TRIGGER `_sc_products_u`;
DROP TRIGGER `_sc_products_d`;

-- step 1 (expand): undo: create products_new
DROP TABLE `products_new`;
