-- mariadb:10.11, online, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 5 (contract): undo: drop items_old
-- loses values that the new table cannot give back
CREATE TABLE `items_old` (
  `id` int NOT NULL AUTO_INCREMENT,
  `size` varchar(20) NULL,
  `kind` enum('fixed','monthly','custom') NOT NULL DEFAULT 'custom',
  `count` int NOT NULL,
  `total` int GENERATED ALWAYS AS (`count` * 2) STORED,
  `price` int NOT NULL,
  `cents` varchar(10) NOT NULL,
  `gross` int NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `items_size_check` CHECK (`size` IN ('s', 'm', 'l')),
  INDEX `items_kind_idx` (`kind`)
);
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
INSERT INTO `items_old` (`id`, `size`, `kind`, `count`, `price`, `cents`, `gross`) SELECT `id`, CASE WHEN `size` = 'small' THEN 's' WHEN `size` = 'medium' THEN 'm' ELSE `size` END, coalesce(CASE WHEN `kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE `kind` END, 'custom'), `count`, `price`, coalesce(CASE WHEN char_length(`cents`) > 10 THEN NULL ELSE `cents` END, ''), `gross` FROM `items`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 4 (expand): undo: swap items and items_new
-- loses values written since then that the old columns cannot hold
LOCK TABLES `items` WRITE, `items_old` WRITE;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
DELETE FROM `items_old` WHERE NOT EXISTS (SELECT 1 FROM `items` WHERE (`items`.`id`) <=> (`items_old`.`id`) AND CAST(`items`.`size` AS BINARY) <=> CAST(CASE WHEN `items_old`.`size` = 's' THEN 'small' WHEN `items_old`.`size` = 'm' THEN 'medium' WHEN `items_old`.`size` = 'l' THEN 'medium' ELSE `items_old`.`size` END AS BINARY) AND CAST(`items`.`kind` AS BINARY) <=> CAST(CASE WHEN `items_old`.`kind` = 'custom' THEN 'fixed' ELSE `items_old`.`kind` END AS BINARY) AND (`items`.`count`) <=> (`items_old`.`count`) AND (`items`.`price`) <=> (`items_old`.`price`) AND (`items`.`cents`) <=> (`items_old`.`price` * 100 + 1));
INSERT INTO `items_old` (`id`, `size`, `kind`, `count`, `price`, `cents`, `gross`) SELECT `items`.`id`, CASE WHEN `items`.`size` = 'small' THEN 's' WHEN `items`.`size` = 'medium' THEN 'm' ELSE `items`.`size` END, coalesce(CASE WHEN `items`.`kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE `items`.`kind` END, 'custom'), `items`.`count`, `items`.`price`, coalesce(CASE WHEN char_length(`items`.`cents`) > 10 THEN NULL ELSE `items`.`cents` END, ''), `items`.`gross` FROM `items` ON DUPLICATE KEY UPDATE `id` = `items_old`.`id`;
SELECT (SELECT COUNT(*) FROM `items`) - (SELECT COUNT(*) FROM `items_old`) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: items_old cannot hold all rows (', @schemac_rows, ')'));
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
CREATE TRIGGER `_sc_items_i` AFTER INSERT ON `items_old` FOR EACH ROW
INSERT INTO `items_new` (`id`, `size`, `kind`, `count`, `price`, `cents`) VALUES (NEW.`id`, CASE WHEN NEW.`size` = 's' THEN 'small' WHEN NEW.`size` = 'm' THEN 'medium' WHEN NEW.`size` = 'l' THEN 'medium' ELSE NEW.`size` END, CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' ELSE NEW.`kind` END, NEW.`count`, NEW.`price`, NEW.`price` * 100 + 1);
DELIMITER $$
CREATE TRIGGER `_sc_items_u` AFTER UPDATE ON `items_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `items_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `items_new` (`id`, `size`, `kind`, `count`, `price`, `cents`) VALUES (NEW.`id`, CASE WHEN NEW.`size` = 's' THEN 'small' WHEN NEW.`size` = 'm' THEN 'medium' WHEN NEW.`size` = 'l' THEN 'medium' ELSE NEW.`size` END, CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' ELSE NEW.`kind` END, NEW.`count`, NEW.`price`, NEW.`price` * 100 + 1)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `size` = CASE WHEN NEW.`size` = 's' THEN 'small' WHEN NEW.`size` = 'm' THEN 'medium' WHEN NEW.`size` = 'l' THEN 'medium' ELSE NEW.`size` END, `kind` = CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' ELSE NEW.`kind` END, `count` = NEW.`count`, `price` = NEW.`price`, `cents` = NEW.`price` * 100 + 1;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_items_d` AFTER DELETE ON `items_old` FOR EACH ROW
DELETE FROM `items_new` WHERE `id` = OLD.`id`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
ALTER TABLE `items` RENAME TO `items_new`;
ALTER TABLE `items_old` RENAME TO `items`;
UNLOCK TABLES;

-- step 3 (backfill): undo: copy items to items_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep items_new equal by triggers
DROP TRIGGER `_sc_items_i`;
DROP TRIGGER `_sc_items_u`;
DROP TRIGGER `_sc_items_d`;

-- step 1 (expand): undo: create items_new
DROP TABLE `items_new`;
