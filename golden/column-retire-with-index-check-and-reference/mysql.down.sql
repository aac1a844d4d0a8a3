-- mysql:8.4, direct, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 5 (contract): undo: drop column size of orders
-- loses the values of size; needs an empty table
ALTER TABLE `orders` ADD COLUMN `size` int NOT NULL, ALGORITHM=INSTANT;

-- step 4 (contract): undo: drop column region of orders
-- loses the values of region; needs an empty table
ALTER TABLE `orders` ADD COLUMN `region` int NOT NULL, ALGORITHM=INSTANT;

-- step 3 (expand): undo: drop index orders_region_size_idx of orders
ALTER TABLE `orders` ADD INDEX `orders_region_size_idx` (`region`, `size`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: drop check orders_size_check of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_size_check` CHECK (`size` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: drop foreign key orders_region_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_region_fkey` FOREIGN KEY (`region`) REFERENCES `regions` (`id`), ALGORITHM=COPY, LOCK=SHARED;
