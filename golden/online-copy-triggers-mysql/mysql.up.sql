-- mysql:8.4, online, up: 14 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create people_new
SELECT (SELECT COUNT(*) FROM `people` WHERE NOT (`name` <> '-')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate people_named (', @schemac_rows, ')'));
CREATE TABLE `people_new` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `name` varchar(20) NOT NULL,
  `seen` int NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  CONSTRAINT `people_named` CHECK (`name` <> '-')
);
SET SESSION information_schema_stats_expiry = 0;
SELECT CONCAT('ALTER TABLE `people_new` AUTO_INCREMENT = ', COALESCE(auto_increment, 1)) INTO @schemac_counter FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'people';
PREPARE schemac_counter FROM @schemac_counter;
EXECUTE schemac_counter;
DEALLOCATE PREPARE schemac_counter;

-- step 2 (expand): keep people_new equal by triggers
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
DELIMITER $$
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people` FOR EACH ROW
BEGIN
  SET @`_sc_people` = NOW(6);
  INSERT INTO `people_new` (`id`, `name`, `seen`) VALUES (NEW.`id`, NEW.`name`, NEW.`seen`);
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people` FOR EACH ROW
BEGIN
  SET @`_sc_people` = NOW(6);
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `people_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `people_new` (`id`, `name`, `seen`) VALUES (NEW.`id`, NEW.`name`, NEW.`seen`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `name` = NEW.`name`, `seen` = NEW.`seen`;
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people` FOR EACH ROW
BEGIN
  SET @`_sc_people` = NOW(6);
  DELETE FROM `people_new` WHERE `id` = OLD.`id`;
END$$
DELIMITER ;
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
  SELECT `id` INTO upto_1 FROM `people` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `people_new` (`id`, `name`, `seen`) SELECT `id`, `name`, `seen` FROM `people`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `people_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `people` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `people_new` (`id`, `name`, `seen`) SELECT `id`, `name`, `seen` FROM `people`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `people_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_people_new`();
DROP PROCEDURE `_sc_people_new`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 4 (expand): give the triggers of people to people_new
DELIMITER $$
CREATE TRIGGER `_sc_people_trimmed_new` BEFORE INSERT ON `people_new` FOR EACH ROW
IF NOT (@`_sc_people` <=> NOW(6)) THEN
set new.name = trim(new.name)
;
END IF$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_gone_new` AFTER DELETE ON `people_new` FOR EACH ROW
IF NOT (@`_sc_people` <=> NOW(6)) THEN
insert into log (line) values (concat('gone ', old.id))
;
END IF$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_counted_new` BEFORE UPDATE ON `people_new` FOR EACH ROW
IF NOT (@`_sc_people` <=> NOW(6)) THEN
set new.seen = old.seen + 2
;
END IF$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_new_new` AFTER INSERT ON `people_new` FOR EACH ROW
IF NOT (@`_sc_people` <=> NOW(6)) THEN
begin
  declare n int default 1;
  insert into log (line) values (concat('new ', n));
end
;
END IF$$
DELIMITER ;

-- step 5 (expand): create visits_new
CREATE TABLE `visits_new` (
  `id` int NOT NULL,
  `person` bigint NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `visits_person_fkey` (`person`)
);
ALTER TABLE `visits_new` ADD CONSTRAINT `visits_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people_new` (`id`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;

-- step 6 (expand): keep visits_new equal by triggers
DELIMITER $$
CREATE TRIGGER `_sc_visits_i` AFTER INSERT ON `visits` FOR EACH ROW
BEGIN
  SET @`_sc_visits` = NOW(6);
  INSERT INTO `visits_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`);
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_visits_u` AFTER UPDATE ON `visits` FOR EACH ROW
BEGIN
  SET @`_sc_visits` = NOW(6);
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `visits_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `visits_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `person` = NEW.`person`;
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_visits_d` AFTER DELETE ON `visits` FOR EACH ROW
BEGIN
  SET @`_sc_visits` = NOW(6);
  DELETE FROM `visits_new` WHERE `id` = OLD.`id`;
END$$
DELIMITER ;

-- step 7 (backfill): copy visits to visits_new
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
    INSERT INTO `visits_new` (`id`, `person`) SELECT `id`, `person` FROM `visits`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `visits_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `visits` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `visits_new` (`id`, `person`) SELECT `id`, `person` FROM `visits`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `visits_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_visits_new`();
DROP PROCEDURE `_sc_visits_new`;

-- step 8 (expand): give the triggers of visits to visits_new
DELIMITER $$
CREATE TRIGGER `_sc_visits_logged_new` AFTER INSERT ON `visits_new` FOR EACH ROW
IF NOT (@`_sc_visits` <=> NOW(6)) THEN
begin
  insert into log (line) values (concat('visit ', new.id));
  update people set name = name where id = new.person;
end
;
END IF$$
DELIMITER ;

-- step 9 (expand): swap people, visits and their copies
SELECT (SELECT COUNT(*) FROM `people` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of people (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `people_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of people_new (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `visits` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `visits_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of visits (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `visits_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `visits` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of visits_new (', @schemac_rows, ')'));
ALTER TABLE `visits` DROP FOREIGN KEY `visits_person_fkey`, ALGORITHM=INPLACE, LOCK=NONE;
RENAME TABLE `people` TO `people_old`, `people_new` TO `people`;
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;
DROP TRIGGER `people_counted`;
DROP TRIGGER `people_gone`;
DROP TRIGGER `people_old`;
DROP TRIGGER `people_trimmed`;
RENAME TABLE `visits` TO `visits_old`, `visits_new` TO `visits`;
DROP TRIGGER `_sc_visits_i`;
DROP TRIGGER `_sc_visits_u`;
DROP TRIGGER `_sc_visits_d`;
DROP TRIGGER `visits_logged`;

-- step 10 (expand): give the foreign keys of visits their names
SET foreign_key_checks = 0;
ALTER TABLE `visits`
  DROP FOREIGN KEY `visits_person_fkey_new`,
  ADD CONSTRAINT `visits_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON DELETE CASCADE,
  ALGORITHM=INPLACE, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 11 (expand): give the triggers of people their names
LOCK TABLES `people` WRITE;
DROP TRIGGER `_sc_people_new_new`;
DROP TRIGGER `_sc_people_counted_new`;
DROP TRIGGER `_sc_people_gone_new`;
DROP TRIGGER `_sc_people_trimmed_new`;
CREATE TRIGGER `people_trimmed` BEFORE INSERT ON `people` FOR EACH ROW
set new.name = trim(new.name);
CREATE TRIGGER `people_gone` AFTER DELETE ON `people` FOR EACH ROW
insert into log (line) values (concat('gone ', old.id));
CREATE TRIGGER `people_counted` BEFORE UPDATE ON `people` FOR EACH ROW
set new.seen = old.seen + 2;
DELIMITER $$
CREATE TRIGGER `people_new` AFTER INSERT ON `people` FOR EACH ROW
begin
  declare n int default 1;
  insert into log (line) values (concat('new ', n));
end$$
DELIMITER ;
UNLOCK TABLES;

-- step 12 (expand): give the triggers of visits their names
LOCK TABLES `visits` WRITE;
DROP TRIGGER `_sc_visits_logged_new`;
DELIMITER $$
CREATE TRIGGER `visits_logged` AFTER INSERT ON `visits` FOR EACH ROW
begin
  insert into log (line) values (concat('visit ', new.id));
  update people set name = name where id = new.person;
end$$
DELIMITER ;
UNLOCK TABLES;

-- step 13 (contract): drop people_old
DROP TABLE `people_old`;

-- step 14 (contract): drop visits_old
DROP TABLE `visits_old`;
