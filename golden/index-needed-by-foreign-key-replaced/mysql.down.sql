-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: add foreign key orders_buyer_fkey to orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_buyer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: alter orders: drop index orders_a, add index orders_b
ALTER TABLE `orders`
  DROP INDEX `orders_b`,
  ADD INDEX `orders_a` (`buyer`),
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `users` (`id`), ALGORITHM=COPY, LOCK=SHARED;
