-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter users: add column boss, add index users_boss_fkey
ALTER TABLE `users`
  ADD COLUMN `boss` int NULL AFTER `id`,
  ADD INDEX `users_boss_fkey` (`boss`),
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): add foreign key users_boss_fkey to users
SELECT (SELECT COUNT(*) FROM `users` AS child WHERE child.`boss` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `users` AS parent WHERE parent.`id` = child.`boss`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: no parent row for users_boss_fkey (', @schemac_rows, ')'));
ALTER TABLE `users` ADD CONSTRAINT `users_boss_fkey` FOREIGN KEY (`boss`) REFERENCES `users` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): create table nodes
CREATE TABLE `nodes` (
  `id` int NOT NULL,
  `parent` int NULL,
  PRIMARY KEY (`id`)
);

-- step 4 (expand): add foreign key nodes_parent_fkey to nodes
ALTER TABLE `nodes` ADD CONSTRAINT `nodes_parent_fkey` FOREIGN KEY (`parent`) REFERENCES `nodes` (`id`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;
