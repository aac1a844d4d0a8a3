-- mariadb:11.4, online, down: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 2 (expand): undo: add check logs_size_check of logs
ALTER TABLE `logs` DROP CONSTRAINT `logs_size_check`, ALGORITHM=INSTANT, LOCK=NONE;

-- step 1 (expand): undo: add check notes_size_check of notes
ALTER TABLE `notes` DROP CONSTRAINT `notes_size_check`, ALGORITHM=INSTANT, LOCK=NONE;
