-- mysql:8.4, direct, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop check sane of products
ALTER TABLE `products` DROP CHECK `sane`, ALGORITHM=INSTANT;

-- step 2 (expand): add check price_is_sane of products
SELECT (SELECT COUNT(*) FROM `products` WHERE NOT (`price` >= 0)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate price_is_sane (', @schemac_rows, ')'));
ALTER TABLE `products` ADD CONSTRAINT `price_is_sane` CHECK (`price` >= 0), ALGORITHM=COPY, LOCK=SHARED;
