-- mysql:8.4, direct, down: 23 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 23 (contract): undo: drop column old of orders
-- loses the values of old
ALTER TABLE `orders` ADD COLUMN `old` int NULL, ALGORITHM=INSTANT;

-- step 22 (expand): undo: add foreign key audit_order_id_fkey to audit
ALTER TABLE `audit`
  DROP FOREIGN KEY `audit_order_id_fkey`,
  DROP INDEX `audit_order_id_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 21 (expand): undo: create table audit
-- loses all rows of the table
DROP TABLE `audit`;

-- step 20 (expand): undo: create view open_orders
DROP VIEW `open_orders`;

-- step 19 (expand): undo: create index orders_status_price_idx of orders
ALTER TABLE `orders` DROP INDEX `orders_status_price_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 18 (expand): undo: add check orders_status_check of orders
ALTER TABLE `orders` DROP CHECK `orders_status_check`, ALGORITHM=INSTANT;

-- step 17 (expand): undo: add foreign key orders_buyer_fkey to orders
ALTER TABLE `orders`
  DROP FOREIGN KEY `orders_buyer_fkey`,
  DROP INDEX `orders_buyer_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 16 (expand): undo: add check orders_price_check of orders
ALTER TABLE `orders` DROP CHECK `orders_price_check`, ALGORITHM=INSTANT;

-- step 15 (expand): undo: change column price of orders
ALTER TABLE `orders` MODIFY COLUMN `price` int NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 14 (expand): undo: change column status of orders
ALTER TABLE `orders` MODIFY COLUMN `status` enum('open','done') NOT NULL DEFAULT 'open', ALGORITHM=COPY, LOCK=SHARED;

-- step 13 (expand): undo: change column buyer of orders
ALTER TABLE `orders` MODIFY COLUMN `buyer` int NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 12 (expand): undo: rename column cost to price
ALTER TABLE `orders` RENAME COLUMN `price` TO `cost`, ALGORITHM=INSTANT;

-- step 11 (expand): undo: drop view open_orders
CREATE VIEW `open_orders` AS
select id, cost from orders where status = 'open';

-- step 10 (expand): undo: change column id of people
ALTER TABLE `people` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 9 (expand): undo: drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 8 (expand): undo: add column note to orders
-- loses values written to note
ALTER TABLE `orders` DROP COLUMN `note`, ALGORITHM=INSTANT;

-- step 7 (expand): undo: drop index orders_status_idx of orders
ALTER TABLE `orders` ADD INDEX `orders_status_idx` (`status`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 6 (expand): undo: drop check orders_cost_check of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_cost_check` CHECK (`cost` >= 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): undo: create index people_email_key of people
ALTER TABLE `people` DROP INDEX `people_email_key`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: change column email of people
ALTER TABLE `people` MODIFY COLUMN `email` varchar(50) NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): undo: rename column mail to email
ALTER TABLE `people` RENAME COLUMN `email` TO `mail`, ALGORITHM=INSTANT;

-- step 2 (expand): undo: drop index users_mail_idx of people
ALTER TABLE `people` ADD INDEX `users_mail_idx` (`mail`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: rename table users to people
RENAME TABLE `people` TO `users`;
