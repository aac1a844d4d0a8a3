-- Columns, partitions, options and triggers that a change meets together.
create table t05 (id int primary key, a int, b int as (a+1), c int as (a+2) stored, d int, e int as (d*2) virtual);
create table t06 (id int primary key, a int, b int, c int, d int);
create table t10 (id int primary key, a point, b geometry srid 4326, c point not null srid 0, d linestring not null, spatial key sp (c));
create table t14 (a int, b int, c int);
create table t15 (a int, b int, c int, key k1 (a), key k2 (b), key k3 (c));
create table t18 (a int, b varchar(20) as (concat(a,'x')), key (b));
create table t23 (id int primary key, v1 int, v2 int as (v1 + 1), v3 int as (v2 + 1), v4 int as (v3 + 1) stored, key (v3), check (v4 > 2));
create table q01 (id int, d date, primary key (id, d)) partition by range (year(d)) (partition p0 values less than (2000), partition p1 values less than (2010), partition pm values less than maxvalue);
create table q02 (id int, s varchar(10)) partition by list columns (s) (partition a values in ('x'), partition b values in ('y'));
create table q03 (id int) partition by hash (id) partitions 4;
create table q04 (id int primary key, a int) partition by key (id) partitions 3;
create table q05 (id int, a int);
create table q06 (id int, a int) partition by range (a) subpartition by hash (id) subpartitions 2 (partition p0 values less than (10), partition p1 values less than (20));
create table t24 (id int primary key, a int, v varchar(20) as (concat(a, 'x')) virtual, w int as (a + 1) virtual, key (v), unique key (w));
create table t25 (id int, a varchar(20) character set latin1, b varchar(40) as (concat(a, _latin1'x')), c varbinary(20) default x'00', d binary(3) default x'410000');
create table t26 (c int, b int, a int, d int as (b + 1) virtual, e int as (d + 1) virtual);
create table q07 (id int, a int, b varchar(10)) partition by range (id) (partition p0 values less than (10), partition p1 values less than (20));
create table t27 (id int, b int);
create table t28 (id int, e enum('a','b'), d date, c int, check (e <> 'a'), check (d > '2020-01-01'));
create table t29 (id int, e set('a','b'), c int, n int, check (e <> 'a'));
create table t30 (id int, e int, f int, key k ((e + 1))) charset = utf8 collate = utf8_bin;
create view quoted as select 'it\'s' as q, t27.b is null as n, 'a\\\\b' as c from t27 where t27.b <> 3;
create table t (id int primary key, a varchar(20), n int);
create table log (x varchar(100));
delimiter //
create trigger a1 before insert on t for each row set new.n = 1//
create trigger a2 before insert on t for each row follows a1 set new.n = new.n + 1//
create trigger a3 before insert on t for each row precedes a1 set new.a = 'x'//
create trigger b1 after update on t for each row begin if old.n <> new.n then insert into log values (concat('ch ', new.id, ''';//')); end if; end//
create trigger c1 before delete on t for each row begin end//
create definer='nobody'@'%' trigger c2 after delete on t for each row insert into log select 'x'//
create function f1(a int, b decimal(10,2) unsigned) returns decimal(10,2) deterministic return a * b//
create function f2() returns varchar(10) charset latin1 no sql sql security invoker comment 'c''c' return 'é'//
create procedure p2() select 1//
create procedure `p ``3`(`in` int) modifies sql data comment 'x' lab: loop leave lab; end loop//
set sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT'//
create procedure p4() select "a" || 'x' from t//
create trigger m1 before update on t for each row set new."a" = new."a" || 'y'//
delimiter ;

create table labels (id int primary key, s set('x','y'), k int, unique by_s (s), key by_both (s, k)) charset latin1;
