-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (contract): undo: drop table vendors
-- loses all rows of the table
CREATE TABLE `vendors` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- step 2 (contract): undo: alter products: drop index products_vendor_fkey, drop column vendor
-- loses the values of vendor; needs an empty table
ALTER TABLE `products`
  ADD COLUMN `vendor` int NOT NULL AFTER `name`,
  ADD INDEX `products_vendor_fkey` (`vendor`),
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: drop foreign key products_vendor_fkey of products
ALTER TABLE `products` ADD CONSTRAINT `products_vendor_fkey` FOREIGN KEY (`vendor`) REFERENCES `vendors` (`id`), ALGORITHM=COPY, LOCK=SHARED;
