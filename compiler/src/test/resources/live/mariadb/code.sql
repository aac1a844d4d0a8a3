-- Everything that has a text of its own.
CREATE TABLE users (id int PRIMARY KEY, name varchar(20), `a b` int);
CREATE TABLE log (at datetime, what varchar(100));

CREATE FUNCTION plain(x int, y varchar(10)) RETURNS varchar(30) DETERMINISTIC RETURN concat(x, y);
CREATE FUNCTION spelled(  a INTEGER ,
  b DECIMAL ( 5 , 2 ) UNSIGNED) RETURNS BOOLEAN NOT DETERMINISTIC LANGUAGE SQL NO SQL
  COMMENT 'it''s \\ a "test"' RETURN a > b;
CREATE FUNCTION latin() RETURNS varchar(10) CHARSET latin1 COLLATE latin1_bin NO SQL RETURN 'x';
CREATE FUNCTION labels(l enum('a','B c','it''s')) RETURNS enum('A','b') NO SQL SQL SECURITY INVOKER RETURN 'A';
CREATE FUNCTION numbers() RETURNS decimal(10) NO SQL RETURN 1;
CREATE FUNCTION doubled() RETURNS double precision READS SQL DATA RETURN (SELECT count(*) FROM users);
CREATE FUNCTION padded() RETURNS int(5) unsigned zerofill NO SQL RETURN 1;
CREATE FUNCTION document() RETURNS json NO SQL RETURN '{}';
CREATE FUNCTION calls() RETURNS int READS SQL DATA RETURN length(plain(1, 'x')) + doubled();

DELIMITER //
CREATE PROCEDURE `odd ``name`(IN a int, OUT `b c` decimal(5,2), INOUT c enum('x','y'))
  MODIFIES SQL DATA SQL SECURITY INVOKER
`the block`: BEGIN
    DECLARE done int DEFAULT FALSE;
    /* a comment with ; and 'quotes' */
    # another one; "here"
    SELECT a INTO `b c`;
	INSERT INTO log VALUES (now(), 'tab and \'quote\' and \\ backslash');
    IF a > 1 THEN
      LEAVE `the block`;
    END IF;

END //
CREATE PROCEDURE nothing()
BEGIN
END //
CREATE PROCEDURE indented()
    BEGIN
      SELECT """three quotes""", '"""';
  END //
CREATE DEFINER = 'some body'@'10.%' PROCEDURE of_others() SELECT 1 //
SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT' //
CREATE FUNCTION in_other_mode(a varchar(5)) RETURNS varchar(9) DETERMINISTIC RETURN a || 'x' //
CREATE TRIGGER in_other_mode BEFORE DELETE ON log FOR EACH ROW SET @what = old."what" || 'x' //
SET sql_mode = '' //
CREATE PROCEDURE without_mode() SELECT 1 //
SET sql_mode = DEFAULT //

CREATE TRIGGER third BEFORE INSERT ON users FOR EACH ROW SET NEW.name = trim(NEW.name) //
CREATE TRIGGER first_of_all BEFORE INSERT ON users FOR EACH ROW PRECEDES third
BEGIN
  DECLARE n int;
  SET n = 3;
  IF NEW.id IS NULL THEN SET NEW.id = n; END IF;
END //
CREATE TRIGGER a_second BEFORE INSERT ON users FOR EACH ROW FOLLOWS first_of_all SET @a = 'it''s;' //
CREATE TRIGGER `odd ``trigger` AFTER UPDATE ON users FOR EACH ROW INSERT INTO log VALUES (now(), NEW.`a b`) //
CREATE AGGREGATE FUNCTION summed(x int) RETURNS int
BEGIN
  DECLARE s int DEFAULT 0;
  DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN s;
  LOOP
    FETCH GROUP NEXT ROW;
    SET s = s + x;
  END LOOP;
END //
-- The catalogue shows no backslash of a body.
CREATE TRIGGER escaping  AFTER INSERT ON users FOR EACH ROW SET @b = 'it''s \\ \n', @c = _latin1'x' //
CREATE DEFINER = 'some body'@'10.%' TRIGGER alone AFTER DELETE ON users FOR EACH ROW DELETE FROM log WHERE what = OLD.name //

CREATE EVENT repeated ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2020-01-01 00:00:00' ENDS '2036-01-01 00:00:00'
  ON COMPLETION PRESERVE DISABLE COMMENT 'c''m' DO
BEGIN
  DELETE FROM log;
  SET @x = 1;
END //
CREATE EVENT once ON SCHEDULE AT '2035-01-01 12:00:00' DO CALL nothing() //
SET time_zone = '+02:00' //
CREATE DEFINER = 'some body'@'10.%' EVENT elsewhere ON SCHEDULE EVERY 1 DAY STARTS '2030-05-05 05:05:05' DO DELETE FROM log //
SET time_zone = DEFAULT //
DELIMITER ;

CREATE VIEW z_first AS SELECT id, name, 'it''s' AS q FROM users WHERE name LIKE 'x\\_%';
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW checked (`x y`, z) AS
  SELECT id, `a b` FROM users WHERE id > 3 WITH LOCAL CHECK OPTION;
CREATE VIEW cascaded AS SELECT id FROM z_first WHERE id > 4 WITH CHECK OPTION;
CREATE ALGORITHM = TEMPTABLE VIEW a_later AS SELECT q, count(*) FROM z_first GROUP BY q HAVING count(*) > 1;
CREATE VIEW joined AS SELECT * FROM checked UNION SELECT 1, (SELECT count(*) FROM users);
CREATE VIEW recursive_one AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n;
CREATE VIEW windowed AS SELECT id, row_number() OVER (PARTITION BY name ORDER BY id DESC) AS r FROM users;
CREATE VIEW calling AS SELECT plain(id, name) AS p, if(id > 1, 'a', "b") AS c, interval(1, 2) AS i, name COLLATE utf8mb4_bin AS n FROM users;
CREATE DEFINER = 'some body'@'10.%' VIEW of_others AS SELECT 1 AS one;
CREATE VIEW dated AS SELECT date_add(at, INTERVAL 1 DAY) AS d, cast(what AS char(10) CHARACTER SET latin1) AS l, _latin1'abc' AS s FROM log;
SET NAMES latin1;
CREATE VIEW of_latin AS SELECT 'abc' AS t;
CREATE FUNCTION of_latin() RETURNS int NO SQL RETURN 1;
SET NAMES utf8mb4;
