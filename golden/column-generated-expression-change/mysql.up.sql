-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop index lines_total_idx of lines
ALTER TABLE `lines` DROP INDEX `lines_total_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): drop generated column total
ALTER TABLE `lines` DROP COLUMN `total`, ALGORITHM=INSTANT;

-- step 3 (expand): add generated column total
ALTER TABLE `lines` ADD COLUMN `total` int GENERATED ALWAYS AS (`count` * 3) STORED NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 4 (expand): create index lines_total_idx of lines
ALTER TABLE `lines` ADD INDEX `lines_total_idx` (`total`), ALGORITHM=INPLACE, LOCK=NONE;
