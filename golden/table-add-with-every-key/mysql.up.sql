-- mysql:8.4, direct, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create table memberships
CREATE TABLE `memberships` (
  `user_id` int NOT NULL,
  `club` varchar(20) NOT NULL,
  `nick` varchar(30) NOT NULL,
  `since` date NOT NULL,
  `fee` decimal(8,2) NOT NULL DEFAULT 0,
  PRIMARY KEY (`user_id`, `club`),
  CONSTRAINT `fee_is_sane` CHECK (`fee` >= 0 AND `fee` < 10000),
  UNIQUE INDEX `memberships_nick` (`club`, `nick`),
  UNIQUE INDEX `memberships_lower_nick` ((lower(`nick`))),
  INDEX `memberships_since_club_idx` (`since` DESC, `club`)
);

-- step 2 (expand): add foreign key memberships_user_id_fkey to memberships
ALTER TABLE `memberships` ADD CONSTRAINT `memberships_user_id_fkey` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE, ALGORITHM=COPY, LOCK=SHARED;
