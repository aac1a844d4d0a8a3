-- mariadb:10.11, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (contract): undo: drop table people
-- loses all rows of the table
CREATE TABLE `people` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- step 2 (contract): undo: alter visits: drop index visits_note_key, drop index visits_who_fkey, drop column who, and 1 more
-- loses the values of who, note
ALTER TABLE `visits`
  ADD COLUMN `who` int NULL AFTER `id`,
  ADD COLUMN `note` varchar(20) NULL AFTER `who`,
  ADD UNIQUE INDEX `visits_note_key` (`note`),
  ADD INDEX `visits_who_fkey` (`who`),
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `visits`
  MODIFY COLUMN `who` int NULL DEFAULT 33,
  MODIFY COLUMN `note` varchar(20) NULL DEFAULT 'none',
  ALGORITHM=INSTANT, LOCK=NONE;

-- step 1 (expand): undo: drop foreign key visits_who_fkey of visits
ALTER TABLE `visits` ADD CONSTRAINT `visits_who_fkey` FOREIGN KEY (`who`) REFERENCES `people` (`id`), ALGORITHM=COPY, LOCK=SHARED;
