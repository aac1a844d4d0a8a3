-- mysql:8.4, online, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 5 (contract): undo: drop items_old
CREATE TABLE `items_old` (
  `id` int NOT NULL,
  `kind` enum('fixed','monthly','custom') NOT NULL DEFAULT 'fixed' COMMENT 'What it is.',
  `active` tinyint(1) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `items_active_kind_idx` (`active`, `kind`)
);
INSERT INTO `items_old` (`id`, `kind`, `active`) SELECT `id`, `kind`, `active` FROM `items`;

-- step 4 (expand): undo: swap items and items_new
LOCK TABLES `items` WRITE, `items_old` WRITE;
DELETE FROM `items_old`;
INSERT INTO `items_old` (`id`, `kind`, `active`) SELECT `id`, `kind`, `active` FROM `items`;
CREATE TRIGGER `_sc_items_i` AFTER INSERT ON `items_old` FOR EACH ROW
INSERT INTO `items_new` (`id`, `kind`, `active`) VALUES (NEW.`id`, NEW.`kind`, NEW.`active`);
DELIMITER $$
CREATE TRIGGER `_sc_items_u` AFTER UPDATE ON `items_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `items_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `items_new` (`id`, `kind`, `active`) VALUES (NEW.`id`, NEW.`kind`, NEW.`active`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `kind` = NEW.`kind`, `active` = NEW.`active`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_items_d` AFTER DELETE ON `items_old` FOR EACH ROW
DELETE FROM `items_new` WHERE `id` = OLD.`id`;
RENAME TABLE `items` TO `items_new`, `items_old` TO `items`;
UNLOCK TABLES;

-- step 3 (backfill): undo: copy items to items_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep items_new equal by triggers
DROP TRIGGER `_sc_items_i`;
DROP TRIGGER `_sc_items_u`;
DROP TRIGGER `_sc_items_d`;

-- step 1 (expand): undo: create items_new
DROP TABLE `items_new`;
