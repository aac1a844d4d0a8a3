-- mysql:8.4, direct, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 5 (expand): undo: add foreign key orders_mail_fkey to orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_mail_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: add foreign key orders_buyer_fkey to orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_buyer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): undo: alter users: rename column mail, rename column uid, rename index users_mail_key
ALTER TABLE `users`
  RENAME INDEX `users_email_key` TO `users_mail_key`,
  RENAME COLUMN `id` TO `uid`,
  RENAME COLUMN `email` TO `mail`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: drop foreign key orders_mail_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_mail_fkey` FOREIGN KEY (`mail`) REFERENCES `users` (`mail`), ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `users` (`uid`), ALGORITHM=COPY, LOCK=SHARED;
