-- mariadb:10.11, online, down: 14 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 14 (contract): undo: drop visits_old
CREATE TABLE `visits_old` (
  `id` int NOT NULL,
  `person` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `visits_person_fkey` (`person`)
);
INSERT INTO `visits_old` (`id`, `person`) SELECT `id`, `person` FROM `visits`;

-- step 13 (contract): undo: drop people_old
CREATE TABLE `people_old` (
  `id` int NOT NULL AUTO_INCREMENT,
  `name` varchar(20) NOT NULL,
  `seen` int NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
);
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
INSERT INTO `people_old` (`id`, `name`, `seen`) SELECT `id`, `name`, `seen` FROM `people`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 12 (expand): undo: give the triggers of visits their names
LOCK TABLES `visits` WRITE;
DROP TRIGGER `visits_logged`;
DELIMITER $$
CREATE TRIGGER `_sc_visits_logged_new` AFTER INSERT ON `visits` FOR EACH ROW
IF NOT (@`_sc_visits` <=> NOW(6)) THEN
begin
  insert into log (line) values (concat('visit ', new.id));
  update people set name = name where id = new.person;
end
;
END IF$$
DELIMITER ;
UNLOCK TABLES;

-- step 11 (expand): undo: give the triggers of people their names
LOCK TABLES `people` WRITE;
DROP TRIGGER `people_new`;
DROP TRIGGER `people_counted`;
DROP TRIGGER `people_gone`;
DROP TRIGGER `people_trimmed`;
DELIMITER $$
CREATE TRIGGER `_sc_people_trimmed_new` BEFORE INSERT ON `people` FOR EACH ROW
IF NOT (@`_sc_people` <=> NOW(6)) THEN
set new.name = trim(new.name)
;
END IF$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_gone_new` AFTER DELETE ON `people` FOR EACH ROW
IF NOT (@`_sc_people` <=> NOW(6)) THEN
insert into log (line) values (concat('gone ', old.id))
;
END IF$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_counted_new` BEFORE UPDATE ON `people` FOR EACH ROW
IF NOT (@`_sc_people` <=> NOW(6)) THEN
set new.seen = old.seen + 2
;
END IF$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_new_new` AFTER INSERT ON `people` FOR EACH ROW
IF NOT (@`_sc_people` <=> NOW(6)) THEN
begin
  declare n int default 1;
  insert into log (line) values (concat('new ', n));
end
;
END IF$$
DELIMITER ;
UNLOCK TABLES;

-- step 10 (expand): undo: give the foreign keys of visits their names
SET foreign_key_checks = 0;
ALTER TABLE `visits`
  DROP FOREIGN KEY `visits_person_fkey`,
  ADD CONSTRAINT `visits_person_fkey_new` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON DELETE CASCADE,
  ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 9 (expand): undo: swap people, visits and their copies
LOCK TABLES `people` WRITE, `people_old` WRITE, `visits` WRITE, `visits_old` WRITE;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
DELETE FROM `people_old`;
INSERT INTO `people_old` (`id`, `name`, `seen`) SELECT `id`, `name`, `seen` FROM `people`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
CREATE TRIGGER `people_trimmed` BEFORE INSERT ON `people_old` FOR EACH ROW
set new.name = trim(new.name);
CREATE TRIGGER `people_old` BEFORE INSERT ON `people_old` FOR EACH ROW
set new.seen = 7;
CREATE TRIGGER `people_gone` AFTER DELETE ON `people_old` FOR EACH ROW
insert into log (line) values (concat('gone ', old.id));
CREATE TRIGGER `people_counted` BEFORE UPDATE ON `people_old` FOR EACH ROW
set new.seen = old.seen + 1;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
DELIMITER $$
CREATE TRIGGER `_sc_people_i` AFTER INSERT ON `people_old` FOR EACH ROW
BEGIN
  SET @`_sc_people` = NOW(6);
  INSERT INTO `people_new` (`id`, `name`, `seen`) VALUES (NEW.`id`, NEW.`name`, NEW.`seen`);
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_people_u` AFTER UPDATE ON `people_old` FOR EACH ROW
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
CREATE TRIGGER `_sc_people_d` AFTER DELETE ON `people_old` FOR EACH ROW
BEGIN
  SET @`_sc_people` = NOW(6);
  DELETE FROM `people_new` WHERE `id` = OLD.`id`;
END$$
DELIMITER ;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
DELETE FROM `visits_old`;
INSERT INTO `visits_old` (`id`, `person`) SELECT `id`, `person` FROM `visits`;
DELIMITER $$
CREATE TRIGGER `visits_logged` AFTER INSERT ON `visits_old` FOR EACH ROW
begin
  insert into log (line) values (concat('visit ', new.id));
  update people set name = name where id = new.person;
end$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_visits_i` AFTER INSERT ON `visits_old` FOR EACH ROW
BEGIN
  SET @`_sc_visits` = NOW(6);
  INSERT INTO `visits_new` (`id`, `person`) VALUES (NEW.`id`, NEW.`person`);
END$$
DELIMITER ;
DELIMITER $$
CREATE TRIGGER `_sc_visits_u` AFTER UPDATE ON `visits_old` FOR EACH ROW
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
CREATE TRIGGER `_sc_visits_d` AFTER DELETE ON `visits_old` FOR EACH ROW
BEGIN
  SET @`_sc_visits` = NOW(6);
  DELETE FROM `visits_new` WHERE `id` = OLD.`id`;
END$$
DELIMITER ;
ALTER TABLE `people` RENAME TO `people_new`;
ALTER TABLE `people_old` RENAME TO `people`;
ALTER TABLE `visits` RENAME TO `visits_new`;
ALTER TABLE `visits_old` RENAME TO `visits`;
UNLOCK TABLES;
SET foreign_key_checks = 0;
ALTER TABLE `visits` ADD CONSTRAINT `visits_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON DELETE CASCADE, ALGORITHM=INSTANT, LOCK=NONE;
SET foreign_key_checks = 1;

-- step 8 (expand): undo: give the triggers of visits to visits_new
DROP TRIGGER `_sc_visits_logged_new`;

-- step 7 (backfill): undo: copy visits to visits_new
-- nothing to undo: the copy goes

-- step 6 (expand): undo: keep visits_new equal by triggers
DROP TRIGGER `_sc_visits_i`;
DROP TRIGGER `_sc_visits_u`;
DROP TRIGGER `_sc_visits_d`;

-- step 5 (expand): undo: create visits_new
DROP TABLE `visits_new`;

-- step 4 (expand): undo: give the triggers of people to people_new
DROP TRIGGER `_sc_people_new_new`;
DROP TRIGGER `_sc_people_counted_new`;
DROP TRIGGER `_sc_people_gone_new`;
DROP TRIGGER `_sc_people_trimmed_new`;

-- step 3 (backfill): undo: copy people to people_new
-- nothing to undo: the copy goes

-- step 2 (expand): undo: keep people_new equal by triggers
DROP TRIGGER `_sc_people_i`;
DROP TRIGGER `_sc_people_u`;
DROP TRIGGER `_sc_people_d`;

-- step 1 (expand): undo: create people_new
DROP TABLE `people_new`;
