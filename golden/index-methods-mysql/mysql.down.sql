-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: create index docs_hidden of docs
ALTER TABLE `docs` DROP INDEX `docs_hidden`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 3 (expand): undo: create index docs_start of docs
ALTER TABLE `docs` DROP INDEX `docs_start`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 2 (expand): undo: create index docs_place of docs
ALTER TABLE `docs` DROP INDEX `docs_place`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 1 (expand): undo: create index docs_text of docs
ALTER TABLE `docs` DROP INDEX `docs_text`, ALGORITHM=INPLACE, LOCK=NONE;
