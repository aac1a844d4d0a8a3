-- mysql:8.4, direct, down: 9 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 9 (contract): undo: create view open_orders
DROP VIEW `open_orders`;

-- step 8 (contract): undo: add foreign key orders_buyer_fkey to orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_buyer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 7 (contract): undo: alter orders: rename column cost, rename check, drop index orders_status_idx, and 8 more
-- loses the values of old, values written to note
ALTER TABLE `orders`
  DROP CHECK `orders_status_check`,
  DROP CHECK `orders_price_check`,
  DROP INDEX `orders_status_price_idx`,
  DROP INDEX `orders_buyer_fkey`,
  DROP COLUMN `note`,
  MODIFY COLUMN `buyer` int NOT NULL,
  MODIFY COLUMN `status` enum('open','done') NOT NULL DEFAULT 'open',
  CHANGE COLUMN `price` `cost` int NOT NULL,
  ADD COLUMN `old` int NULL AFTER `cost`,
  ADD CONSTRAINT `orders_cost_check` CHECK (`cost` >= 0),
  ADD INDEX `orders_status_idx` (`status`),
  ADD INDEX `orders_buyer_fkey` (`buyer`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 6 (expand): undo: add foreign key audit_order_id_fkey to audit
ALTER TABLE `audit`
  DROP FOREIGN KEY `audit_order_id_fkey`,
  DROP INDEX `audit_order_id_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 5 (expand): undo: create table audit
-- loses all rows of the table
DROP TABLE `audit`;

-- step 4 (expand): undo: drop view open_orders
CREATE VIEW `open_orders` AS
select id, cost from orders where status = 'open';

-- step 3 (expand): undo: alter people: rename column mail, drop index users_mail_idx, change column id, and 2 more
ALTER TABLE `people`
  DROP INDEX `people_email_key`,
  MODIFY COLUMN `id` int NOT NULL,
  CHANGE COLUMN `email` `mail` varchar(50) NOT NULL,
  ADD INDEX `users_mail_idx` (`mail`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): undo: drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: rename table users to people
RENAME TABLE `people` TO `users`;
