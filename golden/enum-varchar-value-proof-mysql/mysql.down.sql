-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: add check items_kind_check of items
ALTER TABLE `items` DROP CHECK `items_kind_check`, ALGORITHM=INSTANT;

-- step 2 (expand): undo: prove the values of kind
-- nothing to undo: a proof changes nothing

-- step 1 (expand): undo: drop check items_kind_check of items
ALTER TABLE `items` ADD CONSTRAINT `items_kind_check` CHECK (`kind` IN ('fixed', 'monthly', 'custom')), ALGORITHM=COPY, LOCK=SHARED;
