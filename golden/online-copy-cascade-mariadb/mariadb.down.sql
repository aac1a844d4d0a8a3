-- mariadb:11.4, online, down: 7 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 7 (contract): undo: drop notes_old
CREATE TABLE `notes_old` (
  `id` int NOT NULL,
  `writer` int NOT NULL,
  `size` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `notes_writer_fkey` (`writer`)
);
INSERT INTO `notes_old` (`id`, `writer`, `size`) SELECT `id`, `writer`, `size` FROM `notes`;

-- step 6 (expand): undo: add check logs_size_check of logs
ALTER TABLE `logs` DROP CONSTRAINT `logs_size_check`, ALGORITHM=INSTANT, LOCK=NONE;

-- step 5 (expand): undo: give the foreign keys of notes their names
SET foreign_key_checks = 0;
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_writer_fkey`,
  ADD CONSTRAINT `notes_writer_fkey_new` FOREIGN KEY (`writer`) REFERENCES `people` (`id`) ON DELETE CASCADE,
  ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 4 (expand): undo: swap notes and notes_new
LOCK TABLES `notes` WRITE, `notes_old` WRITE;
DELETE FROM `notes_old`;
INSERT INTO `notes_old` (`id`, `writer`, `size`) SELECT `id`, `writer`, `size` FROM `notes`;
CREATE TRIGGER `_sc_notes_i` AFTER INSERT ON `notes_old` FOR EACH ROW
INSERT INTO `notes_new` (`id`, `writer`, `size`) VALUES (NEW.`id`, NEW.`writer`, NEW.`size`);
DELIMITER $$
CREATE TRIGGER `_sc_notes_u` AFTER UPDATE ON `notes_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `notes_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `notes_new` (`id`, `writer`, `size`) VALUES (NEW.`id`, NEW.`writer`, NEW.`size`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `writer` = NEW.`writer`, `size` = NEW.`size`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_notes_d` AFTER DELETE ON `notes_old` FOR EACH ROW
DELETE FROM `notes_new` WHERE `id` = OLD.`id`;
ALTER TABLE `notes` RENAME TO `notes_new`;
ALTER TABLE `notes_old` RENAME TO `notes`;
UNLOCK TABLES;
SET foreign_key_checks = 0;
ALTER TABLE `notes` ADD CONSTRAINT `notes_writer_fkey` FOREIGN KEY (`writer`) REFERENCES `people` (`id`) ON DELETE CASCADE, ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 3 (backfill): undo: copy notes to notes_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep notes_new equal by triggers
DROP TRIGGER `_sc_notes_i`;
DROP TRIGGER `_sc_notes_u`;
DROP TRIGGER `_sc_notes_d`;

-- step 1 (expand): undo: create notes_new
DROP TABLE `notes_new`;
