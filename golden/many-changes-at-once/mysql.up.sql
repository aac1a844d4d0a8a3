-- mysql:8.4, direct, up: 9 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): rename table users to people
RENAME TABLE `users` TO `people`;

-- step 2 (expand): drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_buyer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): alter people: rename column mail, drop index users_mail_idx, change column id, and 2 more
ALTER TABLE `people`
  DROP INDEX `users_mail_idx`,
  MODIFY COLUMN `id` bigint NOT NULL,
  CHANGE COLUMN `mail` `email` varchar(80) NOT NULL,
  ADD UNIQUE INDEX `people_email_key` (`email`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 4 (expand): drop view open_orders
DROP VIEW `open_orders`;

-- step 5 (expand): create table audit
CREATE TABLE `audit` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `order_id` int NOT NULL,
  `at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (`id`)
);

-- step 6 (expand): add foreign key audit_order_id_fkey to audit
ALTER TABLE `audit` ADD CONSTRAINT `audit_order_id_fkey` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 7 (contract): alter orders: rename column cost, rename check, drop index orders_status_idx, and 8 more
SELECT (SELECT COUNT(*) FROM `orders` WHERE `status` NOT IN ('open', 'done', 'cancelled')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate orders_status_check (', @schemac_rows, ')'));
ALTER TABLE `orders`
  DROP CHECK `orders_cost_check`,
  DROP INDEX `orders_status_idx`,
  DROP INDEX `orders_buyer_fkey`,
  DROP COLUMN `old`,
  MODIFY COLUMN `buyer` bigint NOT NULL,
  MODIFY COLUMN `status` varchar(20) NOT NULL DEFAULT 'open',
  CHANGE COLUMN `cost` `price` decimal(12,2) NOT NULL,
  ADD COLUMN `note` longtext NULL AFTER `price`,
  ADD CONSTRAINT `orders_status_check` CHECK (`status` IN ('open', 'done', 'cancelled')),
  ADD CONSTRAINT `orders_price_check` CHECK (`price` >= 0),
  ADD INDEX `orders_status_price_idx` (`status`, `price`),
  ADD INDEX `orders_buyer_fkey` (`buyer`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 8 (contract): add foreign key orders_buyer_fkey to orders
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`buyer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` AS parent WHERE parent.`id` = child.`buyer`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_buyer_fkey (', @schemac_rows, ')'));
ALTER TABLE `orders`
  RENAME INDEX `orders_buyer_fkey` TO `orders_buyer_fkey`,
  ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`) ON DELETE CASCADE,
  ALGORITHM=COPY, LOCK=SHARED;

-- step 9 (contract): create view open_orders
CREATE VIEW `open_orders` AS
select id, price from orders where status = 'open';
