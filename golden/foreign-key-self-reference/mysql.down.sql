-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: add foreign key nodes_parent_fkey to nodes
ALTER TABLE `nodes`
  DROP FOREIGN KEY `nodes_parent_fkey`,
  DROP INDEX `nodes_parent_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): undo: create table nodes
-- loses all rows of the table
DROP TABLE `nodes`;

-- step 2 (expand): undo: add foreign key users_boss_fkey to users
ALTER TABLE `users` DROP FOREIGN KEY `users_boss_fkey`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: alter users: add column boss, add index users_boss_fkey
-- loses values written to boss
ALTER TABLE `users`
  DROP INDEX `users_boss_fkey`,
  DROP COLUMN `boss`,
  ALGORITHM=INPLACE, LOCK=NONE;
