-- mariadb:11.4, online, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter orders: change column id, change column kind, add column gross, and 2 more
SELECT (SELECT COUNT(*) FROM `orders` WHERE `kind` NOT IN ('new', 'open', 'paid')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: kind does not fit in some rows (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `orders` WHERE NOT (`price` >= 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate orders_price_check (', @schemac_rows, ')'));
ALTER TABLE `orders`
  MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT,
  MODIFY COLUMN `kind` enum('new','open','paid') NOT NULL,
  ADD COLUMN `gross` int GENERATED ALWAYS AS (`price` + 1) STORED AFTER `note`,
  ADD CONSTRAINT `orders_price_check` CHECK (`price` >= 0),
  ADD FULLTEXT INDEX `notes` (`note`),
  ALGORITHM=COPY, LOCK=NONE;
