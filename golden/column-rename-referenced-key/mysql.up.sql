-- mysql:8.4, direct, up: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_buyer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): drop foreign key orders_mail_fkey of orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_mail_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): alter users: rename column mail, rename column uid, rename index users_mail_key
ALTER TABLE `users`
  RENAME INDEX `users_mail_key` TO `users_email_key`,
  RENAME COLUMN `uid` TO `id`,
  RENAME COLUMN `mail` TO `email`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): add foreign key orders_buyer_fkey to orders
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`buyer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `users` AS parent WHERE parent.`id` = child.`buyer`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_buyer_fkey (', @schemac_rows, ')'));
ALTER TABLE `orders`
  RENAME INDEX `orders_buyer_fkey` TO `orders_buyer_fkey`,
  ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `users` (`id`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): add foreign key orders_mail_fkey to orders
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`mail` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `users` AS parent WHERE parent.`email` = child.`mail`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_mail_fkey (', @schemac_rows, ')'));
ALTER TABLE `orders`
  RENAME INDEX `orders_mail_fkey` TO `orders_mail_fkey`,
  ADD CONSTRAINT `orders_mail_fkey` FOREIGN KEY (`mail`) REFERENCES `users` (`email`),
  ALGORITHM=COPY, LOCK=SHARED;
