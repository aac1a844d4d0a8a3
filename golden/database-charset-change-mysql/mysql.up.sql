-- mysql:8.4, direct, up: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): alter the database
ALTER DATABASE CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

-- step 2 (expand): replace function shout
DROP FUNCTION `shout`;
CREATE FUNCTION `shout`(x varchar(10)) RETURNS varchar(10) DETERMINISTIC
return concat(x, '!');

-- step 3 (expand): set the default charset of notes
ALTER TABLE `notes` DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin, ALGORITHM=INPLACE, LOCK=NONE;

-- step 4 (expand): convert title
ALTER TABLE `notes` MODIFY COLUMN `title` varchar(20) NOT NULL, ALGORITHM=COPY, LOCK=SHARED;
