-- Triggers in order, routines, events and views, some in other SQL modes.
create table t (id int primary key auto_increment, a varchar(50), n int, u datetime);
create table log (id int primary key auto_increment, msg varchar(200), at timestamp default current_timestamp);
delimiter //
create trigger bi1 before insert on t for each row set new.u = now()//
create trigger bi2 before insert on t for each row follows bi1 set new.n = ifnull(new.n, 0) + 1//
create trigger bi0 before insert on t for each row precedes bi1 set new.a = trim(new.a)//
create trigger ai1 after insert on t for each row insert into log (msg) values (concat('i ', new.id))//
create trigger ai2 after insert on t for each row precedes ai1 insert into log (msg) values ('first')//
create trigger bu1 before update on t for each row begin if new.a <> old.a then set new.u = now(); end if; end//
create trigger bu2 before update on t for each row follows bu1 set new.n = old.n + 1//
create trigger au1 after update on t for each row begin declare x int default 0; while x < 2 do set x = x + 1; insert into log (msg) values (concat('u;', x, '//')); end while; end//
create trigger bd1 before delete on t for each row begin if old.n > 100 then signal sqlstate '45000' set message_text = 'can''t delete "big" ones'; end if; end//
create definer = `some one`@`%.example.com` trigger ad1 after delete on t for each row insert into log (msg) select concat("d ", old.id)//
set sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT'//
create trigger ansi before insert on log for each row set new."msg" = new."msg" || '!'//
create function ansi_f(x varchar(10)) returns varchar(20) deterministic return x || ' "q" ' || 'y'//
create procedure ansi_p() begin select "id" as "the id", 'a' || 'b' from "t"; end//
create view ansi_v as select "a" || 'x' as "q""uoted" from "t"//
create event ansi_e on schedule every 1 day starts '2030-01-01 00:00:00' do delete from "log" where "msg" = 'x' || 'y'//
set sql_mode = 'NO_BACKSLASH_ESCAPES'//
create function nbe() returns varchar(20) no sql return 'a\'//
create procedure nbe_p() select 'c:\dir\', '\\'//
set sql_mode = default//
create function f1(a int unsigned, b decimal(10,2), c varchar(20) character set latin1 collate latin1_bin, d enum('x','it''s'), e json) returns varchar(100) character set utf8mb4 collate utf8mb4_bin deterministic reads sql data sql security invoker comment 'f''1 "c" \\ 😀' begin declare r varchar(100); select max(a) into r from t; return concat(r, '😀', c); end//
create function f2() returns int not deterministic no sql return 42//
create function f3(x int) returns tinyint(1) contains sql deterministic return x > (select 1)//
create procedure p1(in a int, out b int, inout c varchar(10)) modifies sql data comment 'p1' begin declare continue handler for not found set b = 1; declare exit handler for sqlexception begin rollback; resignal; end; start transaction; update t set n = a; commit; end//
create procedure `p ``2`() begin declare done int default 0; declare x int; declare cur cursor for select id from t; declare continue handler for not found set done = 1; open cur; l: loop fetch cur into x; set @x = x; if done then leave l; end if; end loop l; close cur; prepare s from 'select ?'; execute s using @x; deallocate prepare s; case when @x then select 1; else select 2; end case; repeat set @y = 1; until @y end repeat; end//
create event e1 on schedule every '1:30' hour_minute starts '2030-01-01 00:00:00' ends '2035-01-01 00:00:00' on completion preserve disable comment 'e''1' do begin insert into log (msg) values ('tick'); delete from log where at < now() - interval 1 day; end//
create event e2 on schedule at '2037-01-01 10:00:00' on completion preserve enable do call p1(1, @b, @c)//
create event e3 on schedule every 2 week starts '2031-05-05 05:05:05' disable on slave do set @x = 1//
create view v1 as select id, a, n * 2 as nn from t where n > 0 with cascaded check option//
create algorithm = merge definer = `viewer`@`%` sql security invoker view v2 (i, `a b`) as select id, a from v1 where nn < 10 with local check option//
create algorithm = temptable view v3 as select a, count(*) c, group_concat(distinct n order by n desc separator ';') g from t group by a having c > 1//
create view v4 as with recursive w (x) as (select 1 union all select x + 1 from w where x < 5) select w.x, row_number() over (partition by x % 2 order by x desc) rn, v3.g from w left join v3 on v3.c = w.x//
create view v5 as select 'it''s', "dq", 'back\\slash', x'41', 1.50, date'2020-01-01', null, true, f2() from dual//
create view v6 as select v1.*, v2.`a b`, json_extract('{"a": [1,2]}', '$.a[0]') je, t.a regexp '^x' rx, case t.n when 1 then 'a' else 'b' end c, t.a is not null nn2, interval(1, 2, 3) iv, cast(t.n as char(5) character set latin1) cc from v1 join v2 on v1.id = v2.i join t using (id) order by v1.id limit 5 offset 2//
delimiter ;
