-- mysql:8.4, direct, down: 11 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 11 (expand): undo: rename index orders_id_cost_key to orders_id_price_key
ALTER TABLE `orders` RENAME INDEX `orders_id_price_key` TO `orders_id_cost_key`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 10 (expand): undo: rename index orders_cost_size_idx to orders_price_amount_idx
ALTER TABLE `orders` RENAME INDEX `orders_price_amount_idx` TO `orders_cost_size_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 9 (expand): undo: add check orders_price_check of orders
ALTER TABLE `orders` DROP CHECK `orders_price_check`, ALGORITHM=INSTANT;

-- step 8 (expand): undo: rename column cost to price
ALTER TABLE `orders` RENAME COLUMN `price` TO `cost`, ALGORITHM=INSTANT;

-- step 7 (expand): undo: drop check orders_cost_check of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_cost_check` CHECK (`cost` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 6 (expand): undo: add foreign key orders_area_fkey to orders
ALTER TABLE `orders`
  DROP FOREIGN KEY `orders_area_fkey`,
  DROP INDEX `orders_area_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 5 (expand): undo: rename column region to area
ALTER TABLE `orders` RENAME COLUMN `area` TO `region`, ALGORITHM=INSTANT;

-- step 4 (expand): undo: drop foreign key orders_region_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_region_fkey` FOREIGN KEY (`region`) REFERENCES `regions` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): undo: add generated column twice
ALTER TABLE `orders` DROP COLUMN `twice`, ALGORITHM=INSTANT;

-- step 2 (expand): undo: rename column size to amount
ALTER TABLE `orders` RENAME COLUMN `amount` TO `size`, ALGORITHM=INSTANT;

-- step 1 (expand): undo: drop generated column twice
ALTER TABLE `orders` ADD COLUMN `twice` int GENERATED ALWAYS AS (`size` * 2) STORED NOT NULL, ALGORITHM=COPY, LOCK=SHARED;
