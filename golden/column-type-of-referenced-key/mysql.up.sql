-- mysql:8.4, direct, up: 6 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop foreign key users_parent_fkey of users
ALTER TABLE `users` DROP FOREIGN KEY `users_parent_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_buyer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): alter users: change column id, change column parent
ALTER TABLE `users`
  MODIFY COLUMN `id` bigint NOT NULL,
  MODIFY COLUMN `parent` bigint NULL,
  ALGORITHM=COPY, LOCK=SHARED;

-- step 4 (expand): add foreign key users_parent_fkey to users
SELECT (SELECT COUNT(*) FROM `users` AS child WHERE child.`parent` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `users` AS parent WHERE parent.`id` = child.`parent`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for users_parent_fkey (', @schemac_rows, ')'));
ALTER TABLE `users`
  RENAME INDEX `users_parent_fkey` TO `users_parent_fkey`,
  ADD CONSTRAINT `users_parent_fkey` FOREIGN KEY (`parent`) REFERENCES `users` (`id`),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): change column buyer of orders
ALTER TABLE `orders` MODIFY COLUMN `buyer` bigint NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 6 (expand): add foreign key orders_buyer_fkey to orders
SELECT (SELECT COUNT(*) FROM `orders` AS child WHERE child.`buyer` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `users` AS parent WHERE parent.`id` = child.`buyer`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for orders_buyer_fkey (', @schemac_rows, ')'));
ALTER TABLE `orders`
  RENAME INDEX `orders_buyer_idx` TO `orders_buyer_idx`,
  ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  ALGORITHM=COPY, LOCK=SHARED;
