-- mariadb:10.11, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (contract): undo: drop table notes
-- loses all rows of the table
CREATE TABLE `notes` (
  `id` int NOT NULL,
  `writer` int NOT NULL,
  PRIMARY KEY (`id`)
);
ALTER TABLE `notes` ADD CONSTRAINT `notes_writer_fkey` FOREIGN KEY (`writer`) REFERENCES `people` (`number`), ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): undo: add check people_size_check of people
ALTER TABLE `people` DROP CONSTRAINT `people_size_check`, ALGORITHM=INSTANT, LOCK=NONE;

-- step 1 (expand): undo: rename column id to number
ALTER TABLE `people` RENAME COLUMN `number` TO `id`, ALGORITHM=INSTANT, LOCK=NONE;
