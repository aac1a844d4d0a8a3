-- mysql:8.4, direct, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key orders_region_fkey of orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_region_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (contract): alter orders: drop check, drop index orders_region_size_idx, drop column region, and 1 more
ALTER TABLE `orders`
  DROP CHECK `orders_size_check`,
  DROP INDEX `orders_region_size_idx`,
  DROP COLUMN `region`,
  DROP COLUMN `size`,
  ALGORITHM=INPLACE, LOCK=NONE;
