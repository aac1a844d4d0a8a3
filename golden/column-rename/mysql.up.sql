-- mysql:8.4, direct, up: 11 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop generated column twice
ALTER TABLE `orders` DROP COLUMN `twice`, ALGORITHM=INSTANT;

-- step 2 (expand): rename column size to amount
ALTER TABLE `orders` RENAME COLUMN `size` TO `amount`, ALGORITHM=INSTANT;

-- step 3 (expand): add generated column twice
ALTER TABLE `orders` ADD COLUMN `twice` int GENERATED ALWAYS AS (`amount` * 2) STORED NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 4 (expand): drop foreign key orders_region_fkey of orders
ALTER TABLE `orders`
  DROP FOREIGN KEY `orders_region_fkey`,
  DROP INDEX `orders_region_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 5 (expand): rename column region to area
ALTER TABLE `orders` RENAME COLUMN `region` TO `area`, ALGORITHM=INSTANT;

-- step 6 (expand): add foreign key orders_area_fkey to orders
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `orders` AS child WHERE child.`area` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `regions` AS parent WHERE parent.`id` = child.`area`)), @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_area_fkey (', (SELECT COUNT(*) FROM `orders` AS child WHERE child.`area` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `regions` AS parent WHERE parent.`id` = child.`area`)), ')'));
ALTER TABLE `orders` ADD CONSTRAINT `orders_area_fkey` FOREIGN KEY (`area`) REFERENCES `regions` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 7 (expand): drop check orders_cost_check of orders
ALTER TABLE `orders` DROP CHECK `orders_cost_check`, ALGORITHM=INSTANT;

-- step 8 (expand): rename column cost to price
ALTER TABLE `orders` RENAME COLUMN `cost` TO `price`, ALGORITHM=INSTANT;

-- step 9 (expand): add check orders_price_check of orders
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `orders` WHERE NOT (`price` > 0)), @@session.time_zone,
  CONCAT('schemac guard: rows violate orders_price_check (', (SELECT COUNT(*) FROM `orders` WHERE NOT (`price` > 0)), ')'));
ALTER TABLE `orders` ADD CONSTRAINT `orders_price_check` CHECK (`price` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 10 (expand): rename index orders_cost_size_idx to orders_price_amount_idx
ALTER TABLE `orders` RENAME INDEX `orders_cost_size_idx` TO `orders_price_amount_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 11 (expand): rename index orders_id_cost_key to orders_id_price_key
ALTER TABLE `orders` RENAME INDEX `orders_id_cost_key` TO `orders_id_price_key`, ALGORITHM=INPLACE, LOCK=NONE;
