-- mysql:8.4, direct, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create table Kind
CREATE TABLE `Kind` (
  `value` varchar(100) NOT NULL,
  `position` int NOT NULL,
  PRIMARY KEY (`value`)
);
INSERT INTO `Kind` (`value`, `position`) VALUES
  ('a', 1), 
  ('b', 2), 
  ('c d', 3);

-- step 2 (expand): alter items: add column kind, add index items_kind_fkey
ALTER TABLE `items`
  ADD COLUMN `kind` varchar(100) NOT NULL DEFAULT 'a' AFTER `id`,
  ADD INDEX `items_kind_fkey` (`kind`),
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): add foreign key items_kind_fkey to items
SELECT (SELECT COUNT(*) FROM `items` AS child WHERE child.`kind` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `Kind` AS parent WHERE parent.`value` = child.`kind`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for items_kind_fkey (', @schemac_rows, ')'));
ALTER TABLE `items` ADD CONSTRAINT `items_kind_fkey` FOREIGN KEY (`kind`) REFERENCES `Kind` (`value`), ALGORITHM=COPY, LOCK=SHARED;
