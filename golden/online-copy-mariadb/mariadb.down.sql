-- mariadb:11.4, online, down: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): undo: alter orders: change column id, change column kind, add column gross, and 2 more
ALTER TABLE `orders`
  DROP CONSTRAINT `orders_price_check`,
  DROP INDEX `notes`,
  DROP COLUMN `gross`,
  MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT,
  MODIFY COLUMN `kind` enum('new','paid') NOT NULL,
  ALGORITHM=COPY, LOCK=NONE;
