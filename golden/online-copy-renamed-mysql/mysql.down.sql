-- mysql:8.4, online, down: 18 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 18 (contract): undo: drop notes_old
CREATE TABLE `notes_old` (
  `id` int NOT NULL,
  `person` int NULL,
  `visit` int NULL,
  PRIMARY KEY (`id`),
  INDEX `notes_person_fkey` (`person`),
  INDEX `notes_visit_fkey` (`visit`)
);
INSERT INTO `notes_old` (`id`, `person`, `visit`) SELECT `id`, `person`, `visit` FROM `notes`;

-- step 17 (contract): undo: drop trips_old
CREATE TABLE `trips_old` (
  `id` int NOT NULL,
  `person` int NOT NULL,
  `other` int NULL,
  PRIMARY KEY (`id`),
  INDEX `visits_other_fkey` (`other`),
  INDEX `visits_person_fkey` (`person`)
);
INSERT INTO `trips_old` (`id`, `person`, `other`) SELECT `id`, `who`, `next` FROM `trips`;

-- step 16 (contract): undo: drop people_old
CREATE TABLE `people_old` (
  `key` int NOT NULL AUTO_INCREMENT,
  `mail` varchar(20) NOT NULL,
  `first` varchar(20) NOT NULL,
  `last` varchar(20) NOT NULL,
  `years` int NOT NULL,
  `whole` varchar(50) GENERATED ALWAYS AS (concat(`first`, `last`)) STORED NULL,
  PRIMARY KEY (`key`),
  UNIQUE INDEX `people_mail_key` (`mail`)
);
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
INSERT INTO `people_old` (`key`, `mail`, `first`, `last`, `years`) SELECT `id`, `email`, `given`, `last`, `age` FROM `people`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 15 (expand): undo: give the foreign keys of notes their names
SET foreign_key_checks = 0;
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_person_fkey`,
  DROP FOREIGN KEY `notes_visit_fkey`,
  ADD CONSTRAINT `notes_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people` (`id`),
  ADD CONSTRAINT `notes_visit_fkey_new` FOREIGN KEY (`visit`) REFERENCES `trips` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 14 (expand): undo: give the foreign keys of trips their names
SET foreign_key_checks = 0;
ALTER TABLE `trips`
  DROP FOREIGN KEY `trips_person_fkey`,
  DROP FOREIGN KEY `trips_other_fkey`,
  ADD CONSTRAINT `trips_person_fkey_new` FOREIGN KEY (`who`) REFERENCES `people` (`id`) ON DELETE CASCADE,
  ADD CONSTRAINT `trips_other_fkey_new` FOREIGN KEY (`next`) REFERENCES `trips` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 13 (expand): undo: swap people, trips, notes and their copies
LOCK TABLES `people` WRITE, `people_old` WRITE, `trips` WRITE, `trips_old` WRITE, `notes` WRITE, `notes_old` WRITE;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
DELETE FROM `people_old`;
INSERT INTO `people_old` (`key`, `mail`, `first`, `last`, `years`) SELECT `id`, `email`, `given`, `last`, `age` FROM `people`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people_old` FOR EACH ROW
INSERT INTO `people_new` (`id`, `email`, `given`, `last`, `age`) VALUES (NEW.`key`, NEW.`mail`, NEW.`first`, NEW.`last`, NEW.`years`);
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`key` <=> OLD.`key`) THEN
    UPDATE `people_new` SET `id` = NEW.`key` WHERE `id` = OLD.`key`;
  END IF;
  INSERT INTO `people_new` (`id`, `email`, `given`, `last`, `age`) VALUES (NEW.`key`, NEW.`mail`, NEW.`first`, NEW.`last`, NEW.`years`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`key`, `email` = NEW.`mail`, `given` = NEW.`first`, `last` = NEW.`last`, `age` = NEW.`years`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people_old` FOR EACH ROW
DELETE FROM `people_new` WHERE `id` = OLD.`key`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
DELETE FROM `trips_old`;
INSERT INTO `trips_old` (`id`, `person`, `other`) SELECT `id`, `who`, `next` FROM `trips`;
CREATE TRIGGER `_sc_trips_i` AFTER INSERT ON `trips_old` FOR EACH ROW
INSERT INTO `trips_new` (`id`, `who`, `next`) VALUES (NEW.`id`, NEW.`person`, NEW.`other`);
DELIMITER $$
CREATE TRIGGER `_sc_trips_u` AFTER UPDATE ON `trips_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `trips_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `trips_new` (`id`, `who`, `next`) VALUES (NEW.`id`, NEW.`person`, NEW.`other`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `who` = NEW.`person`, `next` = NEW.`other`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_trips_d` AFTER DELETE ON `trips_old` FOR EACH ROW
DELETE FROM `trips_new` WHERE `id` = OLD.`id`;
DELETE FROM `notes_old`;
INSERT INTO `notes_old` (`id`, `person`, `visit`) SELECT `id`, `person`, `visit` FROM `notes`;
CREATE TRIGGER `_sc_notes_i` AFTER INSERT ON `notes_old` FOR EACH ROW
INSERT INTO `notes_new` (`id`, `person`, `visit`) VALUES (NEW.`id`, NEW.`person`, NEW.`visit`);
DELIMITER $$
CREATE TRIGGER `_sc_notes_u` AFTER UPDATE ON `notes_old` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `notes_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `notes_new` (`id`, `person`, `visit`) VALUES (NEW.`id`, NEW.`person`, NEW.`visit`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `person` = NEW.`person`, `visit` = NEW.`visit`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_notes_d` AFTER DELETE ON `notes_old` FOR EACH ROW
DELETE FROM `notes_new` WHERE `id` = OLD.`id`;
RENAME TABLE `people` TO `people_new`, `people_old` TO `people`, `trips` TO `trips_new`, `trips_old` TO `trips`, `notes` TO `notes_new`, `notes_old` TO `notes`;
UNLOCK TABLES;
SET restrict_fk_on_non_standard_key = 0;
SET foreign_key_checks = 0;
ALTER TABLE `trips`
  ADD CONSTRAINT `visits_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`key`) ON DELETE CASCADE,
  ADD CONSTRAINT `visits_other_fkey` FOREIGN KEY (`other`) REFERENCES `trips` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;
SET restrict_fk_on_non_standard_key = DEFAULT;
SET restrict_fk_on_non_standard_key = 0;
SET foreign_key_checks = 0;
ALTER TABLE `notes`
  ADD CONSTRAINT `notes_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`key`),
  ADD CONSTRAINT `notes_visit_fkey` FOREIGN KEY (`visit`) REFERENCES `trips` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;
SET restrict_fk_on_non_standard_key = DEFAULT;

-- step 12 (expand): undo: add foreign keys to trips_new
ALTER TABLE `trips_new` DROP FOREIGN KEY `trips_other_fkey_new`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 11 (backfill): undo: copy notes to notes_new
-- nothing to undo: the copy goes

-- step 10 (expand): undo: keep notes_new equal by triggers
DROP TRIGGER `_sc_notes_i`;
DROP TRIGGER `_sc_notes_u`;
DROP TRIGGER `_sc_notes_d`;

-- step 9 (expand): undo: create notes_new
DROP TABLE `notes_new`;

-- step 8 (backfill): undo: copy trips to trips_new
-- nothing to undo: the copy goes

-- step 7 (expand): undo: keep trips_new equal by triggers
DROP TRIGGER `_sc_trips_i`;
DROP TRIGGER `_sc_trips_u`;
DROP TRIGGER `_sc_trips_d`;

-- step 6 (expand): undo: create trips_new
DROP TABLE `trips_new`;

-- step 5 (backfill): undo: copy people to people_new
-- nothing to undo: the copy goes

-- step 4 (expand): undo: keep people_new equal by triggers
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;

-- step 3 (expand): undo: create people_new
DROP TABLE `people_new`;

-- step 2 (expand): undo: leave the checks of people to its copy
ALTER TABLE `people` ADD CONSTRAINT `people_aged` CHECK (`years` > 0 OR `first` <> `last`), ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: rename table visits to trips
RENAME TABLE `trips` TO `visits`;
