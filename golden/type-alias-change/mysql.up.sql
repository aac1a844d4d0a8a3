-- mysql:8.4, direct, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): change column price of items
SELECT (SELECT COUNT(*) FROM `items` WHERE NOT (CAST(`price` AS decimal(12,2)) <=> `price`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: price does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `items` MODIFY COLUMN `price` decimal(12,2) NOT NULL DEFAULT 0, ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): change column total of orders
SELECT (SELECT COUNT(*) FROM `orders` WHERE NOT (CAST(`total` AS decimal(12,2)) <=> `total`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: total does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `orders` MODIFY COLUMN `total` decimal(12,2) NOT NULL, ALGORITHM=COPY, LOCK=SHARED;
