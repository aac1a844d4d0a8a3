-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop check items_kind_check of items
ALTER TABLE `items` DROP CHECK `items_kind_check`, ALGORITHM=INSTANT;

-- step 2 (expand): rewrite values of kind
UPDATE `items` SET `kind` = CASE `kind` WHEN 'b' THEN 'bee' ELSE `kind` END WHERE `kind` IN ('b');

-- step 3 (expand): change column kind of items
ALTER TABLE `items` ALTER COLUMN `kind` SET DEFAULT 'bee', ALGORITHM=INSTANT;

-- step 4 (expand): add check items_kind_check of items
SELECT (SELECT COUNT(*) FROM `items` WHERE `kind` NOT IN ('a', 'bee')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate items_kind_check (', @schemac_rows, ')'));
ALTER TABLE `items` ADD CONSTRAINT `items_kind_check` CHECK (`kind` IN ('a', 'bee')), ALGORITHM=COPY, LOCK=SHARED;
