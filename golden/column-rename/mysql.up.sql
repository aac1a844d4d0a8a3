-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key orders_region_fkey of orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_region_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): alter orders: rename column size, rename column region, rename column cost, and 4 more
ALTER TABLE `orders`
  DROP CHECK `orders_cost_check`,
  RENAME INDEX `orders_cost_size_idx` TO `orders_price_amount_idx`,
  RENAME INDEX `orders_id_cost_key` TO `orders_id_price_key`,
  RENAME INDEX `orders_region_fkey` TO `orders_area_fkey`,
  DROP COLUMN `twice`,
  RENAME COLUMN `region` TO `area`,
  RENAME COLUMN `cost` TO `price`,
  RENAME COLUMN `size` TO `amount`,
  ADD COLUMN `twice` int GENERATED ALWAYS AS (`amount` * 2) STORED NOT NULL AFTER `amount`,
  ADD CONSTRAINT `orders_price_check` CHECK (`price` > 0),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): add foreign key orders_area_fkey to orders
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`area` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `regions` AS parent WHERE parent.`id` = child.`area`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_area_fkey (', @schemac_rows, ')'));
ALTER TABLE `orders` ADD CONSTRAINT `orders_area_fkey` FOREIGN KEY (`area`) REFERENCES `regions` (`id`), ALGORITHM=COPY, LOCK=SHARED;
