-- mysql:8.4, direct, up: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create table teams
CREATE TABLE `teams` (
  `id` int NOT NULL,
  `leader` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- step 2 (expand): create table players
CREATE TABLE `players` (
  `id` int NOT NULL,
  `team` int NULL,
  `user` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- step 3 (expand): add foreign key teams_leader_fkey to teams
ALTER TABLE `teams` ADD CONSTRAINT `teams_leader_fkey` FOREIGN KEY (`leader`) REFERENCES `players` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 4 (expand): add foreign key players_team_fkey to players
ALTER TABLE `players` ADD CONSTRAINT `players_team_fkey` FOREIGN KEY (`team`) REFERENCES `teams` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 5 (expand): add foreign key players_user_fkey to players
ALTER TABLE `players` ADD CONSTRAINT `players_user_fkey` FOREIGN KEY (`user`) REFERENCES `users` (`id`), ALGORITHM=COPY, LOCK=SHARED;
