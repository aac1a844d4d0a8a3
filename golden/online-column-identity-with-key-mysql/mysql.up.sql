-- mysql:8.4, online, up: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop index notes_id of notes
ALTER TABLE `notes` DROP INDEX `notes_id`, ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): change column id of notes
ALTER TABLE `notes`
  MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT,
  ADD PRIMARY KEY (`id`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): add column h to notes
ALTER TABLE `notes` ADD COLUMN `h` varchar(36) NULL, ALGORITHM=INSTANT;

-- step 4 (expand): fill h
UPDATE `notes` SET `h` = uuid() WHERE `h` IS NULL;

-- step 5 (expand): complete column h
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `notes` WHERE `h` IS NULL), @@session.time_zone,
  CONCAT('schemac guard: h is NULL in some rows (', (SELECT COUNT(*) FROM `notes` WHERE `h` IS NULL), ')'));
ALTER TABLE `notes` MODIFY COLUMN `h` varchar(36) NOT NULL DEFAULT (uuid()), ALGORITHM=INPLACE, LOCK=NONE;
