-- mysql:8.4, direct, down: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 3 (expand): undo: replace trigger users.one
LOCK TABLES `users` WRITE;
DROP TRIGGER `one`;
CREATE TRIGGER `one` BEFORE INSERT ON `users` FOR EACH ROW PRECEDES `three`
set new.name = trim(new.name);
DROP TRIGGER `three`;
CREATE TRIGGER `three` BEFORE INSERT ON `users` FOR EACH ROW FOLLOWS `one`
set new.id = abs(new.id);
UNLOCK TABLES;

-- step 2 (expand): undo: replace trigger users.two
LOCK TABLES `users` WRITE;
DROP TRIGGER `two`;
CREATE TRIGGER `two` BEFORE INSERT ON `users` FOR EACH ROW FOLLOWS `three`
set new.name = lower(new.name);
UNLOCK TABLES;

-- step 1 (expand): undo: create trigger users.newest
DROP TRIGGER `newest`;
