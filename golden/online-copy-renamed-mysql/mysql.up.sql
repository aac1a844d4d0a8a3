-- mysql:8.4, online, up: 18 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): rename table visits to trips
RENAME TABLE `visits` TO `trips`;

-- step 2 (expand): leave the checks of people to its copy
SELECT (SELECT COUNT(*) FROM `people` WHERE NOT (`mail` <> '')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate people_mailed (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `trips` WHERE NOT (`other` IS NULL OR `other` <> `id` OR `id` > 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate trips_forward (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `trips` AS child WHERE child.`person` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`key` = child.`person`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for trips_person_fkey (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `trips` AS child WHERE child.`other` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `trips` AS parent WHERE parent.`id` = child.`other`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for trips_other_fkey (', @schemac_rows, ')'));
ALTER TABLE `people` DROP CHECK `people_aged`, ALGORITHM=INSTANT;

-- step 3 (expand): create people_new
CREATE TABLE `people_new` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `email` varchar(20) NOT NULL,
  `given` varchar(20) NOT NULL,
  `last` varchar(20) NOT NULL,
  `age` int NOT NULL,
  `whole` varchar(50) GENERATED ALWAYS AS (concat(`given`, `last`)) STORED NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `people_aged` CHECK (`age` > 0 OR `given` <> `last`),
  CONSTRAINT `people_mailed` CHECK (`email` <> ''),
  UNIQUE INDEX `people_email_key` (`email`)
);
SET SESSION information_schema_stats_expiry = 0;
SELECT CONCAT('ALTER TABLE `people_new` AUTO_INCREMENT = ', COALESCE(auto_increment, 1)) INTO @schemac_counter FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'people';
PREPARE schemac_counter FROM @schemac_counter;
EXECUTE schemac_counter;
DEALLOCATE PREPARE schemac_counter;

-- step 4 (expand): keep people_new equal by triggers
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people` FOR EACH ROW
INSERT INTO `people_new` (`id`, `email`, `given`, `last`, `age`) VALUES (NEW.`key`, NEW.`mail`, NEW.`first`, NEW.`last`, NEW.`years`);
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people` FOR EACH ROW
BEGIN
  IF NOT (NEW.`key` <=> OLD.`key`) THEN
    UPDATE `people_new` SET `id` = NEW.`key` WHERE `id` = OLD.`key`;
  END IF;
  INSERT INTO `people_new` (`id`, `email`, `given`, `last`, `age`) VALUES (NEW.`key`, NEW.`mail`, NEW.`first`, NEW.`last`, NEW.`years`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`key`, `email` = NEW.`mail`, `given` = NEW.`first`, `last` = NEW.`last`, `age` = NEW.`years`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people` FOR EACH ROW
DELETE FROM `people_new` WHERE `id` = OLD.`key`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 5 (backfill): copy people to people_new
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
  SELECT `key` INTO upto_1 FROM `people` ORDER BY `key` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `people_new` (`id`, `email`, `given`, `last`, `age`) SELECT `key`, `mail`, `first`, `last`, `years` FROM `people`
      WHERE (last_1 IS NULL OR `key` > last_1) AND (`key` < upto_1 OR `key` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `people_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `key` INTO upto_1 FROM `people` WHERE (`key` > last_1) ORDER BY `key` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `people_new` (`id`, `email`, `given`, `last`, `age`) SELECT `key`, `mail`, `first`, `last`, `years` FROM `people`
    WHERE (last_1 IS NULL OR `key` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `people_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_people_new`();
DROP PROCEDURE `_sc_people_new`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 6 (expand): create trips_new
CREATE TABLE `trips_new` (
  `id` int NOT NULL,
  `who` bigint NOT NULL,
  `next` int NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `trips_forward` CHECK (`next` IS NULL OR `next` <> `id` OR `id` > 0),
  INDEX `trips_other_fkey` (`next`),
  INDEX `trips_person_fkey` (`who`)
);
ALTER TABLE `trips_new` ADD CONSTRAINT `trips_person_fkey_new` FOREIGN KEY (`who`) REFERENCES `people_new` (`id`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;

-- step 7 (expand): keep trips_new equal by triggers
CREATE TRIGGER `_sc_trips_i` AFTER INSERT ON `trips` FOR EACH ROW
INSERT INTO `trips_new` (`id`, `who`, `next`) VALUES (NEW.`id`, NEW.`person`, NEW.`other`);
DELIMITER $$
CREATE TRIGGER `_sc_trips_u` AFTER UPDATE ON `trips` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `trips_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `trips_new` (`id`, `who`, `next`) VALUES (NEW.`id`, NEW.`person`, NEW.`other`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `who` = NEW.`person`, `next` = NEW.`other`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_trips_d` AFTER DELETE ON `trips` FOR EACH ROW
DELETE FROM `trips_new` WHERE `id` = OLD.`id`;

-- step 8 (backfill): copy trips to trips_new
DROP PROCEDURE IF EXISTS `_sc_trips_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_trips_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `trips` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `trips_new` (`id`, `who`, `next`) SELECT `id`, `person`, `other` FROM `trips`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `trips_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `trips` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `trips_new` (`id`, `who`, `next`) SELECT `id`, `person`, `other` FROM `trips`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `trips_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_trips_new`();
DROP PROCEDURE `_sc_trips_new`;

-- step 9 (expand): create notes_new
CREATE TABLE `notes_new` (
  `id` int NOT NULL,
  `person` bigint NULL,
  `visit` int NULL,
  PRIMARY KEY (`id`),
  INDEX `notes_person_fkey` (`person`),
  INDEX `notes_visit_fkey` (`visit`)
);
ALTER TABLE `notes_new`
  ADD CONSTRAINT `notes_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people_new` (`id`),
  ADD CONSTRAINT `notes_visit_fkey_new` FOREIGN KEY (`visit`) REFERENCES `trips_new` (`id`) ON DELETE CASCADE,
  ALGORITHM=COPY, LOCK=SHARED;

-- step 10 (expand): keep notes_new equal by triggers
CREATE TRIGGER `_sc_notes_i` AFTER INSERT ON `notes` FOR EACH ROW
INSERT INTO `notes_new` (`id`, `person`, `visit`) VALUES (NEW.`id`, NEW.`person`, NEW.`visit`);
DELIMITER $$
CREATE TRIGGER `_sc_notes_u` AFTER UPDATE ON `notes` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `notes_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `notes_new` (`id`, `person`, `visit`) VALUES (NEW.`id`, NEW.`person`, NEW.`visit`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `person` = NEW.`person`, `visit` = NEW.`visit`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_notes_d` AFTER DELETE ON `notes` FOR EACH ROW
DELETE FROM `notes_new` WHERE `id` = OLD.`id`;

-- step 11 (backfill): copy notes to notes_new
DROP PROCEDURE IF EXISTS `_sc_notes_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_notes_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `notes` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `notes_new` (`id`, `person`, `visit`) SELECT `id`, `person`, `visit` FROM `notes`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `notes_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `notes` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `notes_new` (`id`, `person`, `visit`) SELECT `id`, `person`, `visit` FROM `notes`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `notes_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_notes_new`();
DROP PROCEDURE `_sc_notes_new`;

-- step 12 (expand): add foreign keys to trips_new
SET foreign_key_checks = 0;
ALTER TABLE `trips_new` ADD CONSTRAINT `trips_other_fkey_new` FOREIGN KEY (`next`) REFERENCES `trips_new` (`id`), ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 13 (expand): swap people, trips, notes and their copies
SELECT (SELECT COUNT(*) FROM `people` AS child WHERE child.`key` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people_new` AS parent WHERE parent.`id` = child.`key`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of people (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `people_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`key` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of people_new (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `trips` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `trips_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of trips (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `trips_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `trips` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of trips_new (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `notes` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `notes_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of notes (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `notes_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `notes` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of notes_new (', @schemac_rows, ')'));
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_person_fkey`,
  DROP FOREIGN KEY `notes_visit_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `trips`
  DROP FOREIGN KEY `visits_person_fkey`,
  DROP FOREIGN KEY `visits_other_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;
RENAME TABLE `people` TO `people_old`, `people_new` TO `people`;
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;
RENAME TABLE `trips` TO `trips_old`, `trips_new` TO `trips`;
DROP TRIGGER `_sc_trips_i`;
DROP TRIGGER `_sc_trips_u`;
DROP TRIGGER `_sc_trips_d`;
RENAME TABLE `notes` TO `notes_old`, `notes_new` TO `notes`;
DROP TRIGGER `_sc_notes_i`;
DROP TRIGGER `_sc_notes_u`;
DROP TRIGGER `_sc_notes_d`;

-- step 14 (expand): give the foreign keys of trips their names
SET foreign_key_checks = 0;
ALTER TABLE `trips`
  DROP FOREIGN KEY `trips_person_fkey_new`,
  DROP FOREIGN KEY `trips_other_fkey_new`,
  ADD CONSTRAINT `trips_person_fkey` FOREIGN KEY (`who`) REFERENCES `people` (`id`) ON DELETE CASCADE,
  ADD CONSTRAINT `trips_other_fkey` FOREIGN KEY (`next`) REFERENCES `trips` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 15 (expand): give the foreign keys of notes their names
SET foreign_key_checks = 0;
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_person_fkey_new`,
  DROP FOREIGN KEY `notes_visit_fkey_new`,
  ADD CONSTRAINT `notes_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`),
  ADD CONSTRAINT `notes_visit_fkey` FOREIGN KEY (`visit`) REFERENCES `trips` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 16 (contract): drop people_old
DROP TABLE `people_old`;

-- step 17 (contract): drop trips_old
DROP TABLE `trips_old`;

-- step 18 (contract): drop notes_old
DROP TABLE `notes_old`;
