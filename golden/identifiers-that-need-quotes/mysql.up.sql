-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): rename column from to select
ALTER TABLE `Order Items` RENAME COLUMN `from` TO `select`, ALGORITHM=INSTANT;

-- step 2 (expand): add column camelCase to Order Items
ALTER TABLE `Order Items` ADD COLUMN `camelCase` int NOT NULL DEFAULT 1, ALGORITHM=INSTANT;

-- step 3 (expand): add check Order Items_select_check of Order Items
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `Order Items` WHERE NOT (`select` >= 0)), @@session.time_zone,
  CONCAT('schemac guard: rows violate Order Items_select_check (', (SELECT COUNT(*) FROM `Order Items` WHERE NOT (`select` >= 0)), ')'));
ALTER TABLE `Order Items` ADD CONSTRAINT `Order Items_select_check` CHECK (`select` >= 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 4 (expand): create index Order Items_select_camelCase_idx of Order Items
ALTER TABLE `Order Items` ADD INDEX `Order Items_select_camelCase_idx` (`select`, `camelCase`), ALGORITHM=INPLACE, LOCK=NONE;
