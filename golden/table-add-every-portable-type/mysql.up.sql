-- mysql:8.4, direct, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create table all_types
CREATE TABLE `all_types` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `small` smallint NOT NULL DEFAULT 1,
  `whole` int NOT NULL DEFAULT -5,
  `big` bigint NULL DEFAULT 9000000000,
  `amount` decimal(12,2) NOT NULL DEFAULT 0.5,
  `ratio` float NULL,
  `precise` double NOT NULL DEFAULT 1.5,
  `flag` tinyint(1) NOT NULL DEFAULT TRUE,
  `code` char(3) NOT NULL DEFAULT 'abc',
  `name` varchar(120) NOT NULL DEFAULT 'it''s',
  `body` longtext NULL,
  `blob` longblob NULL,
  `digest` varbinary(16) NULL,
  `day` date NOT NULL DEFAULT '2020-02-29',
  `moment` time(6) NULL,
  `local` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `instant` timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `short` timestamp NULL,
  `token` char(36) CHARACTER SET ascii NOT NULL DEFAULT (uuid()),
  `payload` json NULL,
  PRIMARY KEY (`id`)
);
