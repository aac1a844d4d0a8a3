-- mysql:8.4, online, down: 10 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 10 (contract): undo: drop column kind_old
-- loses values that the new column cannot give back
ALTER TABLE `items` ADD COLUMN `kind_old` enum('fixed','monthly','custom') NOT NULL DEFAULT 'fixed' COMMENT 'What it is.' AFTER `kind`, ALGORITHM=INSTANT;

-- step 9 (contract): undo: stop keeping kind_old
CREATE TRIGGER `_sc_items_kind_o_i` BEFORE INSERT ON `items` FOR EACH ROW
SET NEW.`kind_old` = coalesce(CASE WHEN NEW.`kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE NEW.`kind` END, 'fixed');
CREATE TRIGGER `_sc_items_kind_o_u` BEFORE UPDATE ON `items` FOR EACH ROW
SET NEW.`kind_old` = coalesce(CASE WHEN NEW.`kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE NEW.`kind` END, 'fixed');
UPDATE `items` SET `kind_old` = coalesce(CASE WHEN `kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE `kind` END, 'fixed');

-- step 8 (contract): undo: drop index items_active_kind_idx_old
ALTER TABLE `items` ADD INDEX `items_active_kind_idx_old` (`active`, `kind_old`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 7 (expand): undo: add check items_kind_check of items
ALTER TABLE `items` DROP CHECK `items_kind_check`, ALGORITHM=INSTANT;

-- step 6 (expand): undo: swap kind and kind_new
-- loses values written since then that the old column cannot hold
LOCK TABLES `items` WRITE;
DROP TRIGGER `_sc_items_kind_o_i`;
DROP TRIGGER `_sc_items_kind_o_u`;
ALTER TABLE `items`
  RENAME INDEX `items_active_kind_idx` TO `items_active_kind_idx_new`,
  RENAME INDEX `items_active_kind_idx_old` TO `items_active_kind_idx`,
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `items`
  RENAME COLUMN `kind` TO `kind_new`,
  RENAME COLUMN `kind_old` TO `kind`,
  ALGORITHM=INSTANT;
CREATE TRIGGER `_sc_items_kind_n_i` BEFORE INSERT ON `items` FOR EACH ROW
SET NEW.`kind_new` = NEW.`kind`;
CREATE TRIGGER `_sc_items_kind_n_u` BEFORE UPDATE ON `items` FOR EACH ROW
SET NEW.`kind_new` = NEW.`kind`;
UNLOCK TABLES;

-- step 5 (expand): undo: complete column kind_new
ALTER TABLE `items` MODIFY COLUMN `kind_new` varchar(50) NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: create index items_active_kind_idx_new
ALTER TABLE `items` DROP INDEX `items_active_kind_idx_new`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (backfill): undo: copy kind to kind_new
-- nothing to undo: the column goes

-- step 2 (expand): undo: keep kind_new equal by triggers
DROP TRIGGER `_sc_items_kind_n_i`;
DROP TRIGGER `_sc_items_kind_n_u`;

-- step 1 (expand): undo: add column kind_new to items
ALTER TABLE `items` DROP COLUMN `kind_new`, ALGORITHM=INSTANT;
