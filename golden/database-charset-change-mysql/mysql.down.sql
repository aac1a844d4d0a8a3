-- mysql:8.4, direct, down: 4 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 4 (expand): undo: convert title
-- nothing to undo: it follows the table's default charset back

-- step 3 (expand): undo: set the default charset of notes
ALTER TABLE `notes` DEFAULT CHARACTER SET = latin1, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `notes` MODIFY COLUMN `title` varchar(20) NOT NULL, ALGORITHM=COPY, LOCK=SHARED;

-- step 2 (expand): undo: replace function shout
-- nothing to undo: it comes back with the database

-- step 1 (expand): undo: alter the database
ALTER DATABASE CHARACTER SET = latin1;
DROP FUNCTION `shout`;
CREATE FUNCTION `shout`(x varchar(10)) RETURNS varchar(10) DETERMINISTIC
return concat(x, '!');
