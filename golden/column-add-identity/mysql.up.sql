-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column id to logs
ALTER TABLE `logs` ADD COLUMN `id` bigint NULL, ALGORITHM=INSTANT;

-- step 2 (expand): number the rows of logs
SET @schemac_number = 0;
UPDATE `logs` SET `id` = (@schemac_number := @schemac_number + 1);

-- step 3 (expand): no row of id is open
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `logs` WHERE `id` IS NULL), @@session.time_zone,
  CONCAT('schemac guard: id is NULL in some rows (', (SELECT COUNT(*) FROM `logs` WHERE `id` IS NULL), ')'));
ALTER TABLE `logs` MODIFY COLUMN `id` bigint NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): let id count by itself
ALTER TABLE `logs`
  MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT,
  ADD PRIMARY KEY (`id`),
  ALGORITHM=COPY, LOCK=SHARED;
