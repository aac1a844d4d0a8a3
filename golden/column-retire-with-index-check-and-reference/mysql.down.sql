-- mysql:8.4, direct, down: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 2 (contract): undo: alter orders: drop check, drop index orders_region_size_idx, drop column region, and 1 more
-- loses the values of region, size; needs an empty table
ALTER TABLE `orders`
  ADD COLUMN `region` int NOT NULL AFTER `id`,
  ADD COLUMN `size` int NOT NULL AFTER `region`,
  ADD CONSTRAINT `orders_size_check` CHECK (`size` > 0),
  ADD INDEX `orders_region_size_idx` (`region`, `size`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: drop foreign key orders_region_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_region_fkey` FOREIGN KEY (`region`) REFERENCES `regions` (`id`), ALGORITHM=COPY, LOCK=SHARED;
