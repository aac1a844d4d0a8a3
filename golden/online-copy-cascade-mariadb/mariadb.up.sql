-- mariadb:11.4, online, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add check notes_size_check of notes
SELECT (SELECT COUNT(*) FROM `notes` WHERE NOT (`size` >= 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate notes_size_check (', @schemac_rows, ')'));
ALTER TABLE `notes` ADD CONSTRAINT `notes_size_check` CHECK (`size` >= 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): add check logs_size_check of logs
SELECT (SELECT COUNT(*) FROM `logs` WHERE NOT (`size` >= 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate logs_size_check (', @schemac_rows, ')'));
ALTER TABLE `logs` ADD CONSTRAINT `logs_size_check` CHECK (`size` >= 0), ALGORITHM=COPY, LOCK=SHARED;
