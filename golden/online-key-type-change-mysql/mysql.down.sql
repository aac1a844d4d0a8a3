-- mysql:8.4, online, down: 37 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 37 (contract): undo: drop column person_old
-- loses values that the new column cannot give back
ALTER TABLE `lines` ADD COLUMN `person_old` int NOT NULL AFTER `person`, ALGORITHM=INSTANT;

-- step 36 (contract): undo: stop keeping person_old
CREATE TRIGGER `_sc_lines_person_o_i` BEFORE INSERT ON `lines` FOR EACH ROW
SET NEW.`person_old` = coalesce(CASE WHEN NEW.`person` < -2147483648 OR NEW.`person` > 2147483647 THEN NULL ELSE NEW.`person` END, 0);
CREATE TRIGGER `_sc_lines_person_o_u` BEFORE UPDATE ON `lines` FOR EACH ROW
SET NEW.`person_old` = coalesce(CASE WHEN NEW.`person` < -2147483648 OR NEW.`person` > 2147483647 THEN NULL ELSE NEW.`person` END, 0);
UPDATE `lines` SET `person_old` = coalesce(CASE WHEN `person` < -2147483648 OR `person` > 2147483647 THEN NULL ELSE `person` END, 0);

-- step 35 (contract): undo: drop index lines_person_fkey_old
ALTER TABLE `lines` ADD INDEX `lines_person_fkey_old` (`person_old`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 34 (contract): undo: drop column payer_old
-- loses values that the new column cannot give back
ALTER TABLE `orders` ADD COLUMN `payer_old` int NULL AFTER `payer`, ALGORITHM=INSTANT;

-- step 33 (contract): undo: stop keeping payer_old
CREATE TRIGGER `_sc_orders_payer_o_i` BEFORE INSERT ON `orders` FOR EACH ROW
SET NEW.`payer_old` = CASE WHEN NEW.`payer` < -2147483648 OR NEW.`payer` > 2147483647 THEN NULL ELSE NEW.`payer` END;
CREATE TRIGGER `_sc_orders_payer_o_u` BEFORE UPDATE ON `orders` FOR EACH ROW
SET NEW.`payer_old` = CASE WHEN NEW.`payer` < -2147483648 OR NEW.`payer` > 2147483647 THEN NULL ELSE NEW.`payer` END;
UPDATE `orders` SET `payer_old` = CASE WHEN `payer` < -2147483648 OR `payer` > 2147483647 THEN NULL ELSE `payer` END;

-- step 32 (contract): undo: drop index orders_payer_fkey_old
ALTER TABLE `orders` ADD INDEX `orders_payer_fkey_old` (`payer_old`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 31 (contract): undo: drop column buyer_old
-- loses values that the new column cannot give back
ALTER TABLE `orders` ADD COLUMN `buyer_old` int NOT NULL AFTER `buyer`, ALGORITHM=INSTANT;

-- step 30 (contract): undo: stop keeping buyer_old
CREATE TRIGGER `_sc_orders_buyer_o_i` BEFORE INSERT ON `orders` FOR EACH ROW
SET NEW.`buyer_old` = coalesce(CASE WHEN NEW.`buyer` < -2147483648 OR NEW.`buyer` > 2147483647 THEN NULL ELSE NEW.`buyer` END, 0);
CREATE TRIGGER `_sc_orders_buyer_o_u` BEFORE UPDATE ON `orders` FOR EACH ROW
SET NEW.`buyer_old` = coalesce(CASE WHEN NEW.`buyer` < -2147483648 OR NEW.`buyer` > 2147483647 THEN NULL ELSE NEW.`buyer` END, 0);
UPDATE `orders` SET `buyer_old` = coalesce(CASE WHEN `buyer` < -2147483648 OR `buyer` > 2147483647 THEN NULL ELSE `buyer` END, 0);

-- step 29 (contract): undo: drop index orders_buyer_idx_old
ALTER TABLE `orders` ADD INDEX `orders_buyer_idx_old` (`buyer_old`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 28 (expand): undo: prove lines_person_fkey
-- nothing to undo: a proof changes nothing

-- step 27 (expand): undo: add foreign key lines_person_fkey to lines
ALTER TABLE `lines` DROP FOREIGN KEY `lines_person_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 26 (expand): undo: swap person and person_new
-- loses values written since then that the old column cannot hold
LOCK TABLES `lines` WRITE;
DROP TRIGGER `_sc_lines_person_o_i`;
DROP TRIGGER `_sc_lines_person_o_u`;
ALTER TABLE `lines`
  RENAME INDEX `lines_person_fkey` TO `lines_person_fkey_new`,
  RENAME INDEX `lines_person_fkey_old` TO `lines_person_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `lines`
  RENAME COLUMN `person` TO `person_new`,
  RENAME COLUMN `person_old` TO `person`,
  ALGORITHM=INSTANT;
CREATE TRIGGER `_sc_lines_person_n_i` BEFORE INSERT ON `lines` FOR EACH ROW
SET NEW.`person_new` = NEW.`person`;
CREATE TRIGGER `_sc_lines_person_n_u` BEFORE UPDATE ON `lines` FOR EACH ROW
SET NEW.`person_new` = NEW.`person`;
UNLOCK TABLES;

-- step 25 (expand): undo: prove orders_payer_fkey
-- nothing to undo: a proof changes nothing

-- step 24 (expand): undo: add foreign key orders_payer_fkey to orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_payer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 23 (expand): undo: prove orders_buyer_fkey
-- nothing to undo: a proof changes nothing

-- step 22 (expand): undo: add foreign key orders_buyer_fkey to orders
ALTER TABLE `orders` DROP FOREIGN KEY `orders_buyer_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 21 (expand): undo: change column id of people
ALTER TABLE `people` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY, LOCK=SHARED;

-- step 20 (expand): undo: drop foreign key lines_person_fkey of lines
ALTER TABLE `lines` ADD CONSTRAINT `lines_person_fkey` FOREIGN KEY (`person`) REFERENCES `people` (`id`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;

-- step 19 (expand): undo: complete column person_new
ALTER TABLE `lines` MODIFY COLUMN `person_new` bigint NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 18 (expand): undo: create index lines_person_fkey_new
ALTER TABLE `lines` DROP INDEX `lines_person_fkey_new`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 17 (backfill): undo: copy person to person_new
-- nothing to undo: the column goes

-- step 16 (expand): undo: keep person_new equal by triggers
DROP TRIGGER `_sc_lines_person_n_i`;
DROP TRIGGER `_sc_lines_person_n_u`;

-- step 15 (expand): undo: add column person_new to lines
ALTER TABLE `lines` DROP COLUMN `person_new`, ALGORITHM=INSTANT;

-- step 14 (expand): undo: swap payer and payer_new
-- loses values written since then that the old column cannot hold
LOCK TABLES `orders` WRITE;
DROP TRIGGER `_sc_orders_payer_o_i`;
DROP TRIGGER `_sc_orders_payer_o_u`;
ALTER TABLE `orders`
  RENAME INDEX `orders_payer_fkey` TO `orders_payer_fkey_new`,
  RENAME INDEX `orders_payer_fkey_old` TO `orders_payer_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `orders`
  RENAME COLUMN `payer` TO `payer_new`,
  RENAME COLUMN `payer_old` TO `payer`,
  ALGORITHM=INSTANT;
CREATE TRIGGER `_sc_orders_payer_n_i` BEFORE INSERT ON `orders` FOR EACH ROW
SET NEW.`payer_new` = NEW.`payer`;
CREATE TRIGGER `_sc_orders_payer_n_u` BEFORE UPDATE ON `orders` FOR EACH ROW
SET NEW.`payer_new` = NEW.`payer`;
UNLOCK TABLES;

-- step 13 (expand): undo: drop foreign key orders_payer_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_payer_fkey` FOREIGN KEY (`payer`) REFERENCES `people` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 12 (expand): undo: complete column payer_new
ALTER TABLE `orders` MODIFY COLUMN `payer_new` bigint NULL, ALGORITHM=INSTANT;

-- step 11 (expand): undo: create index orders_payer_fkey_new
ALTER TABLE `orders` DROP INDEX `orders_payer_fkey_new`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 10 (backfill): undo: copy payer to payer_new
-- nothing to undo: the column goes

-- step 9 (expand): undo: keep payer_new equal by triggers
DROP TRIGGER `_sc_orders_payer_n_i`;
DROP TRIGGER `_sc_orders_payer_n_u`;

-- step 8 (expand): undo: add column payer_new to orders
ALTER TABLE `orders` DROP COLUMN `payer_new`, ALGORITHM=INSTANT;

-- step 7 (expand): undo: swap buyer and buyer_new
-- loses values written since then that the old column cannot hold
LOCK TABLES `orders` WRITE;
DROP TRIGGER `_sc_orders_buyer_o_i`;
DROP TRIGGER `_sc_orders_buyer_o_u`;
ALTER TABLE `orders`
  RENAME INDEX `orders_buyer_idx` TO `orders_buyer_idx_new`,
  RENAME INDEX `orders_buyer_idx_old` TO `orders_buyer_idx`,
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `orders`
  RENAME COLUMN `buyer` TO `buyer_new`,
  RENAME COLUMN `buyer_old` TO `buyer`,
  ALGORITHM=INSTANT;
CREATE TRIGGER `_sc_orders_buyer_n_i` BEFORE INSERT ON `orders` FOR EACH ROW
SET NEW.`buyer_new` = NEW.`buyer`;
CREATE TRIGGER `_sc_orders_buyer_n_u` BEFORE UPDATE ON `orders` FOR EACH ROW
SET NEW.`buyer_new` = NEW.`buyer`;
UNLOCK TABLES;

-- step 6 (expand): undo: drop foreign key orders_buyer_fkey of orders
ALTER TABLE `orders` ADD CONSTRAINT `orders_buyer_fkey` FOREIGN KEY (`buyer`) REFERENCES `people` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): undo: complete column buyer_new
ALTER TABLE `orders` MODIFY COLUMN `buyer_new` bigint NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: create index orders_buyer_idx_new
ALTER TABLE `orders` DROP INDEX `orders_buyer_idx_new`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (backfill): undo: copy buyer to buyer_new
-- nothing to undo: the column goes

-- step 2 (expand): undo: keep buyer_new equal by triggers
DROP TRIGGER `_sc_orders_buyer_n_i`;
DROP TRIGGER `_sc_orders_buyer_n_u`;

-- step 1 (expand): undo: add column buyer_new to orders
ALTER TABLE `orders` DROP COLUMN `buyer_new`, ALGORITHM=INSTANT;
