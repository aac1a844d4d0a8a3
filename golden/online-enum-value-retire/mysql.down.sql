-- mysql:8.4, online, down: 7 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 7 (contract): undo: drop column kind_old
-- loses values that the new column cannot give back
ALTER TABLE `items` ADD COLUMN `kind_old` enum('fixed','monthly','custom') NOT NULL DEFAULT 'custom' AFTER `kind`, ALGORITHM=INSTANT;

-- step 6 (contract): undo: stop keeping kind_old
CREATE TRIGGER `_sc_items_kind_o_i` BEFORE INSERT ON `items` FOR EACH ROW
SET NEW.`kind_old` = coalesce(CASE WHEN NEW.`kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE NEW.`kind` END, 'custom');
CREATE TRIGGER `_sc_items_kind_o_u` BEFORE UPDATE ON `items` FOR EACH ROW
SET NEW.`kind_old` = coalesce(CASE WHEN NEW.`kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE NEW.`kind` END, 'custom');
UPDATE `items` SET `kind_old` = coalesce(CASE WHEN `kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE `kind` END, 'custom');

-- step 5 (expand): undo: swap kind and kind_new
-- loses values written since then that the old column cannot hold
LOCK TABLES `items` WRITE;
DROP TRIGGER `_sc_items_kind_o_i`;
DROP TRIGGER `_sc_items_kind_o_u`;
ALTER TABLE `items`
  RENAME COLUMN `kind` TO `kind_new`,
  RENAME COLUMN `kind_old` TO `kind`,
  ALGORITHM=INSTANT;
CREATE TRIGGER `_sc_items_kind_n_i` BEFORE INSERT ON `items` FOR EACH ROW
SET NEW.`kind_new` = CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' WHEN NEW.`kind` NOT IN ('fixed', 'monthly') THEN NULL ELSE NEW.`kind` END;
CREATE TRIGGER `_sc_items_kind_n_u` BEFORE UPDATE ON `items` FOR EACH ROW
SET NEW.`kind_new` = CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' WHEN NEW.`kind` NOT IN ('fixed', 'monthly') THEN NULL ELSE NEW.`kind` END;
UNLOCK TABLES;

-- step 4 (expand): undo: complete column kind_new
ALTER TABLE `items` MODIFY COLUMN `kind_new` enum('fixed','monthly') NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (backfill): undo: copy kind to kind_new
-- nothing to undo: the column goes

-- step 2 (expand): undo: keep kind_new equal by triggers
DROP TRIGGER `_sc_items_kind_n_i`;
DROP TRIGGER `_sc_items_kind_n_u`;

-- step 1 (expand): undo: add column kind_new to items
ALTER TABLE `items` DROP COLUMN `kind_new`, ALGORITHM=INSTANT;
