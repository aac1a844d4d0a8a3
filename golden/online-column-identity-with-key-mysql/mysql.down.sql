-- mysql:8.4, online, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 5 (contract): undo: drop notes_old
CREATE TABLE `notes_old` (
  `id` int NOT NULL,
  `g` int NULL,
  UNIQUE INDEX `notes_id` (`id`)
);
INSERT INTO `notes_old` (`id`, `g`) SELECT `id`, `g` FROM `notes`;

-- step 4 (expand): undo: swap notes and notes_new
-- loses values written to h
LOCK TABLES `notes` WRITE, `notes_old` WRITE;
DELETE FROM `notes_old`;
INSERT INTO `notes_old` (`id`, `g`) SELECT `id`, `g` FROM `notes`;
CREATE TRIGGER `_sc_notes_i` AFTER INSERT ON `notes_old` FOR EACH ROW
INSERT INTO `notes_new` (`id`, `g`) VALUES (NEW.`id`, NEW.`g`);
DELIMITER $$
CREATE TRIGGER `_sc_notes_u` AFTER UPDATE ON `notes_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `notes_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `notes_new` (`id`, `g`) VALUES (NEW.`id`, NEW.`g`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `g` = NEW.`g`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_notes_d` AFTER DELETE ON `notes_old` FOR EACH ROW
DELETE FROM `notes_new` WHERE `id` = OLD.`id`;
RENAME TABLE `notes` TO `notes_new`, `notes_old` TO `notes`;
UNLOCK TABLES;

-- step 3 (backfill): undo: copy notes to notes_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep notes_new equal by triggers
DROP TRIGGER `_sc_notes_i`;
DROP TRIGGER `_sc_notes_u`;
DROP TRIGGER `_sc_notes_d`;

-- step 1 (expand): undo: create notes_new
DROP TABLE `notes_new`;
