-- mariadb:10.11, direct, up: 1 step
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter t: properties
SET SESSION system_versioning_alter_history = KEEP;
ALTER TABLE `t` DROP SYSTEM VERSIONING, ALGORITHM=INPLACE, LOCK=SHARED;
ALTER TABLE `t` ENGINE = myisam, ALGORITHM=COPY, LOCK=SHARED;
ALTER TABLE `t` ADD SYSTEM VERSIONING, ALGORITHM=COPY, LOCK=SHARED;
