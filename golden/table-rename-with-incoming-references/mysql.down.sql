-- mysql:8.4, direct, down: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 2 (expand): undo: alter line_items: rename check, rename index order_items_title_idx
ALTER TABLE `line_items`
  DROP CHECK `line_items_title_check`,
  RENAME INDEX `line_items_title_idx` TO `order_items_title_idx`,
  ADD CONSTRAINT `order_items_title_check` CHECK (`title` <> ''),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: rename table order_items to line_items
RENAME TABLE `line_items` TO `order_items`;
