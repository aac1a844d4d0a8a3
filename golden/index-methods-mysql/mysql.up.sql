-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create index docs_text of docs
ALTER TABLE `docs` ADD FULLTEXT INDEX `docs_text` (`title`, `body`), ALGORITHM=INPLACE, LOCK=SHARED;

-- step 2 (expand): create index docs_place of docs
ALTER TABLE `docs` ADD SPATIAL INDEX `docs_place` (`place`), ALGORITHM=INPLACE, LOCK=SHARED;

-- step 3 (expand): create index docs_start of docs
ALTER TABLE `docs` ADD INDEX `docs_start` (`body`(20)), ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): create index docs_hidden of docs
ALTER TABLE `docs` ADD INDEX `docs_hidden` (`title`) INVISIBLE, ALGORITHM=INPLACE, LOCK=NONE;
