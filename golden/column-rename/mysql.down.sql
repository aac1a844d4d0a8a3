-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: add foreign key orders_area_fkey to orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_area_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: alter orders: rename column size, rename column region, rename column cost, and 4 more
ALTER TABLE `orders`
  DROP CHECK `orders_price_check`,
  RENAME INDEX `orders_price_amount_idx` TO `orders_cost_size_idx`,
  RENAME INDEX `orders_id_price_key` TO `orders_id_cost_key`,
  RENAME INDEX `orders_area_fkey` TO `orders_region_fkey`,
  DROP COLUMN `twice`,
  RENAME COLUMN `area` TO `region`,
  RENAME COLUMN `price` TO `cost`,
  RENAME COLUMN `amount` TO `size`,
  ADD COLUMN `twice` int GENERATED ALWAYS AS (`size` * 2) STORED NOT NULL AFTER `size`,
  ADD CONSTRAINT `orders_cost_check` CHECK (`cost` > 0),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: drop foreign key orders_region_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_region_fkey` FOREIGN KEY (`region`) REFERENCES `regions` (`id`), ALGORITHM=COPY, LOCK=SHARED;
