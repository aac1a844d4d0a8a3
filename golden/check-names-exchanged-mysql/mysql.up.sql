-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): drop check first_check of giving
ALTER TABLE `giving` DROP CHECK `first_check`, ALGORITHM=INSTANT;

-- step 2 (expand): drop check third_check of taking
ALTER TABLE `taking` DROP CHECK `third_check`, ALGORITHM=INSTANT;

-- step 3 (expand): alter giving: rename check, change check
SELECT (SELECT COUNT(*) FROM `giving` WHERE NOT (`b` < 8)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate second_check (', @schemac_rows, ')'));
ALTER TABLE `giving`
  DROP CHECK `second_check`,
  ADD CONSTRAINT `third_check` CHECK (`a` > 0),
  ADD CONSTRAINT `second_check` CHECK (`b` < 8),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 4 (expand): alter taking: rename check, change check
SELECT (SELECT COUNT(*) FROM `taking` WHERE NOT (`b` < 8)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate fourth_check (', @schemac_rows, ')'));
ALTER TABLE `taking`
  DROP CHECK `fourth_check`,
  ADD CONSTRAINT `first_check` CHECK (`a` > 0),
  ADD CONSTRAINT `fourth_check` CHECK (`b` < 8),
  ALGORITHM=COPY, LOCK=SHARED;
