-- mysql:8.4, direct, up: 23 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): rename table users to people
RENAME TABLE `users` TO `people`;

-- step 2 (expand): drop index users_mail_idx of people
ALTER TABLE `people` DROP INDEX `users_mail_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): rename column mail to email
ALTER TABLE `people` RENAME COLUMN `mail` TO `email`, ALGORITHM=INSTANT;

-- step 4 (expand): change column email of people
ALTER TABLE `people` MODIFY COLUMN `email` varchar(80) NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): create index people_email_key of people
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `people` WHERE (`email`) IS NOT NULL GROUP BY `email` HAVING COUNT(*) > 1), @@session.time_zone,
  CONCAT('schemac guard: two rows share people_email_key (', (SELECT COUNT(*) FROM (SELECT 1 FROM `people` WHERE (`email`) IS NOT NULL GROUP BY `email` HAVING COUNT(*) > 1) AS duplicates), ')'));
ALTER TABLE `people` ADD UNIQUE INDEX `people_email_key` (`email`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 6 (expand): drop check orders_cost_check of orders
ALTER TABLE `orders` DROP CHECK `orders_cost_check`, ALGORITHM=INSTANT;

-- step 7 (expand): drop index orders_status_idx of orders
ALTER TABLE `orders` DROP INDEX `orders_status_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 8 (expand): add column note to orders
ALTER TABLE `orders` ADD COLUMN `note` longtext NULL, ALGORITHM=INSTANT;

-- step 9 (expand): drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders`
  DROP FOREIGN KEY `orders_buyer_fkey`,
  DROP INDEX `orders_buyer_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 10 (expand): change column id of people
ALTER TABLE `people` MODIFY COLUMN `id` bigint NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 11 (expand): drop view open_orders
DROP VIEW `open_orders`;

-- step 12 (expand): rename column cost to price
ALTER TABLE `orders` RENAME COLUMN `cost` TO `price`, ALGORITHM=INSTANT;

-- step 13 (expand): change column buyer of orders
ALTER TABLE `orders` MODIFY COLUMN `buyer` bigint NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 14 (expand): change column status of orders
ALTER TABLE `orders` MODIFY COLUMN `status` varchar(20) NOT NULL DEFAULT 'open', ALGORITHM=COPY, LOCK=SHARED;

-- step 15 (expand): change column price of orders
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `orders` WHERE NOT (CAST(`price` AS decimal(12,2)) <=> `price`)), @@session.time_zone,
  CONCAT('schemac guard: price does not fit in some rows (', (SELECT COUNT(*) FROM `orders` WHERE NOT (CAST(`price` AS decimal(12,2)) <=> `price`)), ')'));
ALTER TABLE `orders` MODIFY COLUMN `price` decimal(12,2) NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 16 (expand): add check orders_price_check of orders
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `orders` WHERE NOT (`price` >= 0)), @@session.time_zone,
  CONCAT('schemac guard: rows violate orders_price_check (', (SELECT COUNT(*) FROM `orders` WHERE NOT (`price` >= 0)), ')'));
ALTER TABLE `orders` ADD CONSTRAINT `orders_price_check` CHECK (`price` >= 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 17 (expand): add foreign key orders_buyer_fkey to orders
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `orders` AS child WHERE child.`buyer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`buyer`)), @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_buyer_fkey (', (SELECT COUNT(*) FROM `orders` AS child WHERE child.`buyer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`buyer`)), ')'));
ALTER TABLE `orders` ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;

-- step 18 (expand): add check orders_status_check of orders
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `orders` WHERE `status` NOT IN ('open', 'done', 'cancelled')), @@session.time_zone,
  CONCAT('schemac guard: rows violate orders_status_check (', (SELECT COUNT(*) FROM `orders` WHERE `status` NOT IN ('open', 'done', 'cancelled')), ')'));
ALTER TABLE `orders` ADD CONSTRAINT `orders_status_check` CHECK (`status` IN ('open', 'done', 'cancelled')), ALGORITHM=COPY, LOCK=SHARED;

-- step 19 (expand): create index orders_status_price_idx of orders
ALTER TABLE `orders` ADD INDEX `orders_status_price_idx` (`status`, `price`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 20 (expand): create view open_orders
CREATE VIEW `open_orders` AS
select id, price from orders where status = 'open';

-- step 21 (expand): create table audit
CREATE TABLE `audit` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `order_id` int NOT NULL,
  `at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (`id`)
);

-- step 22 (expand): add foreign key audit_order_id_fkey to audit
ALTER TABLE `audit` ADD CONSTRAINT `audit_order_id_fkey` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 23 (contract): drop column old of orders
ALTER TABLE `orders` DROP COLUMN `old`, ALGORITHM=INSTANT;
