-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create table every_word
CREATE TABLE `every_word` (
  `id` int NOT NULL,
  `own_charset` varchar(10) CHARACTER SET latin1 NULL,
  `own_collation` varchar(10) COLLATE latin1_bin NULL,
  `other_charset` varchar(10) CHARACTER SET utf8mb4 NULL,
  `inherited` varchar(10) NULL,
  `no_default` int NULL,
  `one` int NULL DEFAULT (1),
  `made` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `made_too` datetime NOT NULL DEFAULT (now(6)),
  `stamped` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  `fixed` int NULL COLUMN_FORMAT fixed STORAGE disk,
  `hidden` int NOT NULL DEFAULT 7 INVISIBLE,
  `filled` int(5) unsigned zerofill NOT NULL DEFAULT 3,
  `place` point NOT NULL SRID 4326,
  `note` text NULL,
  `doubled` int GENERATED ALWAYS AS (`id` * 2) VIRTUAL NOT NULL,
  PRIMARY KEY (`id`) USING BTREE COMMENT 'Primary',
  CONSTRAINT `positive` CHECK (`one` > 0),
  CONSTRAINT `unchecked` CHECK (`one` < 9) NOT ENFORCED,
  UNIQUE INDEX `b_unique` (`own_charset`) USING BTREE,
  UNIQUE INDEX `a_unique` (`own_collation`),
  INDEX `z_index` (`made` DESC, `inherited`(5)),
  INDEX `a_index` (`one`) USING BTREE INVISIBLE,
  INDEX `f_index` ((`one` + 1)),
  FULLTEXT INDEX `t_index` (`note`) WITH PARSER `ngram`,
  SPATIAL INDEX `s_index` (`place`)
) AUTOEXTEND_SIZE = 4194304 AVG_ROW_LENGTH = 5 DEFAULT CHARACTER SET = latin1 CHECKSUM = 1 COLLATE = latin1_bin DELAY_KEY_WRITE = 1 MAX_ROWS = 5 MIN_ROWS = 2 PACK_KEYS = 0 ROW_FORMAT = dynamic STATS_AUTO_RECALC = 0 STATS_PERSISTENT = 1 STATS_SAMPLE_PAGES = 7 COMMENT = 'What is kept';
ALTER TABLE `every_word` ALTER COLUMN `no_default` DROP DEFAULT, ALGORITHM=INSTANT;

-- step 2 (expand): add foreign key fk_restrict to every_word
ALTER TABLE `every_word` ADD CONSTRAINT `fk_restrict` FOREIGN KEY (`one`) REFERENCES `every_word` (`id`) ON DELETE RESTRICT, ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): create table in_memory
CREATE TABLE `in_memory` (
  `a` int NULL,
  `b` char(3) NULL,
  INDEX `by_b` (`b`) USING BTREE,
  INDEX `by_a` (`a`) USING HASH
) ENGINE = memory MAX_ROWS = 100;

-- step 4 (expand): create table searched
CREATE TABLE `searched` (
  `a` varchar(20) NOT NULL,
  `b` int NOT NULL AUTO_INCREMENT,
  PRIMARY KEY (`a`, `b`)
) ENGINE = myisam;
