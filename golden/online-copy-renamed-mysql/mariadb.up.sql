-- mariadb:10.11, online, up: 16 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create people_new
SELECT (SELECT COUNT(*) FROM `people` WHERE NOT (`mail` <> '')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate people_mailed (', @schemac_rows, ')'));
CREATE TABLE `people_new` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `email` varchar(20) NOT NULL,
  `given` varchar(20) NOT NULL,
  `last` varchar(20) NOT NULL,
  `age` int NOT NULL,
  `whole` varchar(50) GENERATED ALWAYS AS (concat(`given`, `last`)) STORED,
  PRIMARY KEY (`id`),
  CONSTRAINT `people_aged` CHECK (`age` > 0 OR `given` <> `last`),
  CONSTRAINT `people_mailed` CHECK (`email` <> ''),
  UNIQUE INDEX `people_email_key` (`email`)
);
SELECT CONCAT('ALTER TABLE `people_new` AUTO_INCREMENT = ', COALESCE(auto_increment, 1)) INTO @schemac_counter FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'people';
PREPARE schemac_counter FROM @schemac_counter;
EXECUTE schemac_counter;
DEALLOCATE PREPARE schemac_counter;

-- step 2 (expand): keep people_new equal by triggers
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

-- step 4 (expand): create visits_new
SELECT (SELECT COUNT(*) FROM `visits` WHERE NOT (`other` IS NULL OR `other` <> `id` OR `id` > 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate visits_forward (', @schemac_rows, ')'));
CREATE TABLE `visits_new` (
  `id` int NOT NULL,
  `who` bigint NOT NULL,
  `next` int NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `visits_forward` CHECK (`next` IS NULL OR `next` <> `id` OR `id` > 0),
  INDEX `visits_other_fkey` (`next`),
  INDEX `visits_person_fkey` (`who`)
);
ALTER TABLE `visits_new` ADD CONSTRAINT `visits_person_fkey_new` FOREIGN KEY (`who`) REFERENCES `people_new` (`id`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): keep visits_new equal by triggers
CREATE TRIGGER `_sc_visits_i` AFTER INSERT ON `visits` FOR EACH ROW
INSERT INTO `visits_new` (`id`, `who`, `next`) VALUES (NEW.`id`, NEW.`person`, NEW.`other`);
DELIMITER $$
CREATE TRIGGER `_sc_visits_u` AFTER UPDATE ON `visits` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `visits_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `visits_new` (`id`, `who`, `next`) VALUES (NEW.`id`, NEW.`person`, NEW.`other`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `who` = NEW.`person`, `next` = NEW.`other`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_visits_d` AFTER DELETE ON `visits` FOR EACH ROW
DELETE FROM `visits_new` WHERE `id` = OLD.`id`;

-- step 6 (backfill): copy visits to visits_new
DROP PROCEDURE IF EXISTS `_sc_visits_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_visits_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `visits` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `visits_new` (`id`, `who`, `next`) SELECT `id`, `person`, `other` FROM `visits`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `visits_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `visits` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `visits_new` (`id`, `who`, `next`) SELECT `id`, `person`, `other` FROM `visits`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `visits_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_visits_new`();
DROP PROCEDURE `_sc_visits_new`;

-- step 7 (expand): create notes_new
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
  ADD CONSTRAINT `notes_visit_fkey_new` FOREIGN KEY (`visit`) REFERENCES `visits_new` (`id`) ON DELETE CASCADE,
  ALGORITHM=COPY, LOCK=SHARED;

-- step 8 (expand): keep notes_new equal by triggers
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

-- step 9 (backfill): copy notes to notes_new
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

-- step 10 (expand): add foreign keys to visits_new
SET foreign_key_checks = 0;
ALTER TABLE `visits_new` ADD CONSTRAINT `visits_other_fkey_new` FOREIGN KEY (`next`) REFERENCES `visits_new` (`id`), ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 11 (expand): swap people, visits, notes and their copies
SELECT (SELECT COUNT(*) FROM `people` AS child WHERE child.`key` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people_new` AS parent WHERE parent.`id` = child.`key`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of people (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `people_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`key` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of people_new (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `visits` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `visits_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of visits (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `visits_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `visits` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of visits_new (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `notes` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `notes_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of notes (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `notes_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `notes` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of notes_new (', @schemac_rows, ')'));
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_person_fkey`,
  DROP FOREIGN KEY `notes_visit_fkey`,
  ALGORITHM=INSTANT, LOCK=NONE;
ALTER TABLE `visits`
  DROP FOREIGN KEY `visits_person_fkey`,
  DROP FOREIGN KEY `visits_other_fkey`,
  ALGORITHM=INSTANT, LOCK=NONE;
RENAME TABLE `people` TO `people_old`, `people_new` TO `people`;
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;
RENAME TABLE `visits` TO `visits_old`, `visits_new` TO `visits`;
DROP TRIGGER `_sc_visits_i`;
DROP TRIGGER `_sc_visits_u`;
DROP TRIGGER `_sc_visits_d`;
RENAME TABLE `notes` TO `notes_old`, `notes_new` TO `notes`;
DROP TRIGGER `_sc_notes_i`;
DROP TRIGGER `_sc_notes_u`;
DROP TRIGGER `_sc_notes_d`;

-- step 12 (expand): give the foreign keys of visits their names
SET foreign_key_checks = 0;
ALTER TABLE `visits`
  DROP FOREIGN KEY `visits_person_fkey_new`,
  DROP FOREIGN KEY `visits_other_fkey_new`,
  ADD CONSTRAINT `visits_person_fkey` FOREIGN KEY (`who`) REFERENCES `people` (`id`) ON DELETE CASCADE,
  ADD CONSTRAINT `visits_other_fkey` FOREIGN KEY (`next`) REFERENCES `visits` (`id`),
  ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 13 (expand): give the foreign keys of notes their names
SET foreign_key_checks = 0;
ALTER TABLE `notes`
  DROP FOREIGN KEY `notes_person_fkey_new`,
  DROP FOREIGN KEY `notes_visit_fkey_new`,
  ADD CONSTRAINT `notes_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`),
  ADD CONSTRAINT `notes_visit_fkey` FOREIGN KEY (`visit`) REFERENCES `visits` (`id`) ON DELETE CASCADE,
  ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 14 (contract): drop people_old
DROP TABLE `people_old`;

-- step 15 (contract): drop visits_old
DROP TABLE `visits_old`;

-- step 16 (contract): drop notes_old
DROP TABLE `notes_old`;
