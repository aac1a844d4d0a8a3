-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column flag_new to flags
ALTER TABLE `flags` ADD COLUMN `flag_new` smallint NULL, ALGORITHM=INSTANT;

-- step 2 (expand): compute flag_new
UPDATE `flags` SET `flag_new` = CASE WHEN `flag` THEN 1 ELSE 0 END;

-- step 3 (expand): put flag_new in the place of flag
SELECT (SELECT COUNT(*) FROM `flags` WHERE `flag_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: flag gets no value in some rows (', @schemac_rows, ')'));
ALTER TABLE `flags`
  DROP COLUMN `flag`,
  CHANGE COLUMN `flag_new` `flag` smallint NOT NULL DEFAULT 0 AFTER `id`,
  ALGORITHM=INPLACE, LOCK=NONE;
