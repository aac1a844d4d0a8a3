-- mariadb:10.11, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key visits_who_fkey of visits
ALTER TABLE `visits` DROP FOREIGN KEY `visits_who_fkey`, ALGORITHM=INSTANT, LOCK=NONE;

-- step 2 (contract): alter visits: drop index visits_note_key, drop index visits_who_fkey, drop column who, and 1 more
ALTER TABLE `visits`
  DROP INDEX `visits_note_key`,
  DROP INDEX `visits_who_fkey`,
  DROP COLUMN `who`,
  DROP COLUMN `note`,
  ALGORITHM=NOCOPY, LOCK=NONE;

-- step 3 (contract): drop table people
DROP TABLE `people`;
