-- mysql:8.4, online, up: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create notes_new
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM `notes` WHERE (`id`) IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1) AS duplicates) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: two rows share the primary key (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `notes` WHERE `id` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: id is NULL in some rows (', @schemac_rows, ')'));
CREATE TABLE `notes_new` (
  `id` int NOT NULL AUTO_INCREMENT,
  `g` int NULL,
  `h` varchar(36) NOT NULL DEFAULT (uuid()),
  PRIMARY KEY (`id`)
);

-- step 2 (expand): keep notes_new equal by triggers
CREATE TRIGGER `_sc_notes_i` AFTER INSERT ON `notes` FOR EACH ROW
INSERT INTO `notes_new` (`id`, `g`) VALUES (NEW.`id`, NEW.`g`);
DELIMITER $$
CREATE TRIGGER `_sc_notes_u` AFTER UPDATE ON `notes` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `notes_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `notes_new` (`id`, `g`) VALUES (NEW.`id`, NEW.`g`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `g` = NEW.`g`;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_notes_d` AFTER DELETE ON `notes` FOR EACH ROW
DELETE FROM `notes_new` WHERE `id` = OLD.`id`;

-- step 3 (backfill): copy notes to notes_new
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
    INSERT INTO `notes_new` (`id`, `g`) SELECT `id`, `g` FROM `notes`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `notes_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `notes` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `notes_new` (`id`, `g`) SELECT `id`, `g` FROM `notes`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `notes_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_notes_new`();
DROP PROCEDURE `_sc_notes_new`;

-- step 4 (expand): swap notes and notes_new
SELECT (SELECT COUNT(*) FROM `notes` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `notes_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of notes (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `notes_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `notes` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of notes_new (', @schemac_rows, ')'));
RENAME TABLE `notes` TO `notes_old`, `notes_new` TO `notes`;
DROP TRIGGER `_sc_notes_i`;
DROP TRIGGER `_sc_notes_u`;
DROP TRIGGER `_sc_notes_d`;

-- step 5 (contract): drop notes_old
DROP TABLE `notes_old`;
