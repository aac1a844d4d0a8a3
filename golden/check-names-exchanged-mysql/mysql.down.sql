-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: alter taking: rename check, change check
ALTER TABLE `taking`
  DROP CHECK `first_check`,
  DROP CHECK `fourth_check`,
  ADD CONSTRAINT `fourth_check` CHECK (`b` < 9),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (expand): undo: alter giving: rename check, change check
ALTER TABLE `giving`
  DROP CHECK `third_check`,
  DROP CHECK `second_check`,
  ADD CONSTRAINT `second_check` CHECK (`b` < 9),
  ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): undo: drop check third_check of taking
ALTER TABLE `taking` ADD CONSTRAINT `third_check` CHECK (`a` > 0), ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (expand): undo: drop check first_check of giving
ALTER TABLE `giving` ADD CONSTRAINT `first_check` CHECK (`a` > 0), ALGORITHM=COPY, LOCK=SHARED;
