-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key fk_old of orders
ALTER TABLE `orders` DROP FOREIGN KEY `fk_old`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): rename index fk_old to fk_buyer
ALTER TABLE `orders` RENAME INDEX `fk_old` TO `fk_buyer`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): add foreign key fk_buyer to orders
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`buyer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `users` AS parent WHERE parent.`id` = child.`buyer`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for fk_buyer (', @schemac_rows, ')'));
ALTER TABLE `orders` ADD CONSTRAINT `fk_buyer` FOREIGN KEY (`buyer`) REFERENCES `users` (`id`), ALGORITHM=COPY, LOCK=SHARED;
