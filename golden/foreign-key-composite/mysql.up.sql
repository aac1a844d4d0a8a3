-- mysql:8.4, direct, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add foreign key fees_club_person_fkey to fees
SELECT (SELECT COUNT(*) FROM `fees` AS child WHERE child.`club` IS NOT NULL AND child.`person` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `members` AS parent WHERE parent.`club` = child.`club` AND parent.`person` = child.`person`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for fees_club_person_fkey (', @schemac_rows, ')'));
ALTER TABLE `fees`
  ADD INDEX `fees_club_person_fkey` (`club`, `person`),
  ADD CONSTRAINT `fees_club_person_fkey` FOREIGN KEY (`club`, `person`) REFERENCES `members` (`club`, `person`) ON DELETE CASCADE,
  ALGORITHM=COPY, LOCK=SHARED;
