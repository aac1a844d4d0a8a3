-- mysql:8.4, direct, down: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 5 (expand): undo: add foreign key players_user_fkey to players
ALTER TABLE `players`
  DROP FOREIGN KEY `players_user_fkey`,
  DROP INDEX `players_user_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): undo: add foreign key players_team_fkey to players
ALTER TABLE `players`
  DROP FOREIGN KEY `players_team_fkey`,
  DROP INDEX `players_team_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): undo: add foreign key teams_leader_fkey to teams
ALTER TABLE `teams`
  DROP FOREIGN KEY `teams_leader_fkey`,
  DROP INDEX `teams_leader_fkey`,
  ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: create table players
-- loses all rows of the table
DROP TABLE `players`;

-- step 1 (expand): undo: create table teams
-- loses all rows of the table
DROP TABLE `teams`;
