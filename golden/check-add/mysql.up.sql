-- mysql:8.4, direct, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter products: add check, add check
SELECT (SELECT COUNT(*) FROM `products` WHERE NOT (`price` >= 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate products_price_check (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `products` WHERE NOT (`kind` IN ('a', 'b') OR `price` < 1000)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate kind_is_known (', @schemac_rows, ')'));
ALTER TABLE `products`
  ADD CONSTRAINT `products_price_check` CHECK (`price` >= 0),
  ADD CONSTRAINT `kind_is_known` CHECK (`kind` IN ('a', 'b') OR `price` < 1000),
  ALGORITHM=COPY, LOCK=SHARED;
