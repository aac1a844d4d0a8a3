-- mysql:8.4, direct, down: 6 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 6 (contract): undo: drop table a
-- loses all rows of the table
CREATE TABLE `a` (
  `id` int NOT NULL,
  `next` int NULL,
  PRIMARY KEY (`id`)
);

-- step 5 (contract): undo: drop table b
-- loses all rows of the table
CREATE TABLE `b` (
  `id` int NOT NULL,
  `next` int NULL,
  PRIMARY KEY (`id`)
);

-- step 4 (contract): undo: drop foreign key a_next_fkey of a
ALTER TABLE `a` ADD CONSTRAINT `a_next_fkey` FOREIGN KEY (`next`) REFERENCES `b` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 3 (contract): undo: drop table c
-- loses all rows of the table
CREATE TABLE `c` (
  `id` int NOT NULL,
  `next` int NULL,
  PRIMARY KEY (`id`)
);

-- step 2 (contract): undo: drop foreign key b_next_fkey of b
ALTER TABLE `b` ADD CONSTRAINT `b_next_fkey` FOREIGN KEY (`next`) REFERENCES `c` (`id`), ALGORITHM=COPY, LOCK=SHARED;

-- step 1 (contract): undo: drop foreign key c_next_fkey of c
ALTER TABLE `c` ADD CONSTRAINT `c_next_fkey` FOREIGN KEY (`next`) REFERENCES `a` (`id`), ALGORITHM=COPY, LOCK=SHARED;
