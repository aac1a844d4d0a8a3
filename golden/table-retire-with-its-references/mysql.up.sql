-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key products_vendor_fkey of products
ALTER TABLE `products` DROP FOREIGN KEY `products_vendor_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (contract): alter products: drop index products_vendor_fkey, drop column vendor
ALTER TABLE `products`
  DROP INDEX `products_vendor_fkey`,
  DROP COLUMN `vendor`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (contract): drop table vendors
DROP TABLE `vendors`;
