-- What code.sql makes, changed in every way.
CREATE TABLE users (id int PRIMARY KEY, name varchar(20), `a b` int);
CREATE TABLE log (at datetime, what varchar(100));

CREATE FUNCTION plain(x int, y varchar(10), z int) RETURNS varchar(30) DETERMINISTIC RETURN concat(x, y, z);
CREATE FUNCTION spelled(a INTEGER, b DECIMAL(5,2) UNSIGNED) RETURNS BOOLEAN NO SQL COMMENT 'another one' RETURN a > b;
CREATE FUNCTION labels(l enum('a','B c','it''s')) RETURNS enum('A','b') NO SQL RETURN 'A';
CREATE FUNCTION numbers() RETURNS decimal(12) NO SQL RETURN 1;
CREATE FUNCTION doubled() RETURNS double precision READS SQL DATA COMMENT 'now with one' RETURN (SELECT count(*) FROM users);
CREATE FUNCTION document() RETURNS json NO SQL DETERMINISTIC RETURN '{}';
CREATE FUNCTION nothing() RETURNS int NO SQL RETURN 0;
CREATE FUNCTION calls() RETURNS int READS SQL DATA RETURN length(plain(1, 'x', 2)) + doubled() + nothing();

DELIMITER //
CREATE PROCEDURE `odd ``name`(IN a int)
BEGIN
	SELECT a;
END //
CREATE DEFINER = 'some body'@'10.%' PROCEDURE nothing()
BEGIN
END //
CREATE PROCEDURE of_others() SELECT 2 //
SET sql_mode = 'ANSI_QUOTES' //
CREATE FUNCTION in_other_mode(a varchar(5)) RETURNS varchar(9) DETERMINISTIC RETURN concat(a, 'x') //
SET sql_mode = DEFAULT //
CREATE TRIGGER in_other_mode BEFORE DELETE ON log FOR EACH ROW SET @what = 'x' //
CREATE PROCEDURE without_mode() SELECT 1 //

CREATE TRIGGER a_second BEFORE INSERT ON users FOR EACH ROW SET @a = 'it''s;' //
CREATE TRIGGER newest BEFORE INSERT ON users FOR EACH ROW SET @n = 1 //
CREATE TRIGGER third BEFORE INSERT ON users FOR EACH ROW SET NEW.name = trim(NEW.name) //
CREATE TRIGGER first_of_all BEFORE INSERT ON users FOR EACH ROW PRECEDES third
BEGIN
  DECLARE n int;
  SET n = 3;
  IF NEW.id IS NULL THEN SET NEW.id = n; END IF;
END //
CREATE TRIGGER `odd ``trigger` AFTER INSERT ON users FOR EACH ROW INSERT INTO log VALUES (now(), NEW.`a b`) //
CREATE TRIGGER before_alone AFTER DELETE ON users FOR EACH ROW SET @x = 2 //
CREATE DEFINER = 'some body'@'10.%' TRIGGER alone AFTER DELETE ON users FOR EACH ROW DELETE FROM log WHERE what = OLD.name //

CREATE EVENT repeated ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2020-01-01 00:00:00' ENDS '2036-01-01 00:00:00'
  ON COMPLETION PRESERVE ENABLE COMMENT 'other' DO DELETE FROM log //
SET time_zone = '+03:00' //
CREATE EVENT elsewhere ON SCHEDULE EVERY 1 DAY STARTS '2030-05-05 05:05:05' DO DELETE FROM log //
SET time_zone = DEFAULT //
DELIMITER ;

CREATE VIEW z_first AS SELECT id, name, 'it''s' AS q, `a b` FROM users;
CREATE ALGORITHM = MERGE VIEW checked (z, `x y`) AS SELECT `a b`, id FROM users WHERE id > 3 WITH CASCADED CHECK OPTION;
CREATE VIEW cascaded AS SELECT id, `a b` FROM z_first WHERE id > 4;
CREATE VIEW a_later AS SELECT q, count(*) FROM z_first GROUP BY q;
CREATE VIEW joined AS SELECT * FROM checked UNION SELECT 1, nothing();
CREATE VIEW calling AS SELECT plain(id, name, 1) AS p FROM users;
CREATE VIEW of_others AS SELECT 1 AS one;
CREATE SQL SECURITY INVOKER VIEW dated AS SELECT date_add(at, INTERVAL 2 DAY) AS d FROM log;
CREATE VIEW of_latin AS SELECT 'abc' AS t;
CREATE FUNCTION of_latin() RETURNS int NO SQL RETURN 1;
