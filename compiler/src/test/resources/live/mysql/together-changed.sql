-- What together.sql makes, changed.
create table t05 (id int primary key, a bigint, b bigint as (a+1), c int as (a+2) virtual, d int as (a * 3), e int);
create table t06 (d int, b int, id int primary key, a int, c int);
create table t10 (id int primary key, a point srid 4326, b geometry, c point not null srid 4326, d polygon not null, spatial key sp (c), spatial key sd (d));
create table t14 (c int, a int, b int);
create table t15 (a int, b int, c int, key k3 (c), key k1 (a), unique key k2 (b));
create table t18 (a bigint, b varchar(20) as (concat(a,'y')), unique key (b));
create table t23 (id int primary key, v1 bigint, v2 bigint as (v1 + 2), v3 int as (v2 + 1), v4 int as (v3 + 1) stored, key (v3), check (v4 > 2));
create table q01 (id int, d date, primary key (id, d)) partition by range (year(d)) (partition p0 values less than (2000), partition p05 values less than (2005), partition p1 values less than (2010), partition p2 values less than (2020), partition pm values less than maxvalue);
create table q02 (id int, s varchar(10)) partition by list columns (s) (partition a values in ('x','z'), partition c values in ('y'));
create table q03 (id int) partition by hash (id) partitions 6;
create table q04 (id int primary key, a int) partition by linear key (id) partitions 3;
create table q05 (id int, a int) partition by range (a) (partition p0 values less than (10), partition p1 values less than maxvalue);
create table q06 (id int, a int) partition by range (a) subpartition by hash (id) (partition p0 values less than (10) (subpartition s0, subpartition s1), partition p1 values less than (20) (subpartition s2, subpartition s3));
create table t24 (id int primary key, w int, v varchar(20), a int, u char(36) not null default (uuid()), key (v), unique key (w));
create table t25 (id int, a varchar(20) character set latin1, b varchar(40) as (concat(a, 'x')), c varbinary(20) default x'0000', d binary(3) default x'0041');
create table t26 (a int, n int not null default (1 + 2), d int as (b + 2) virtual, e int as (d + 2) virtual, b int, c int);
create table q07 (id int, b varchar(20), c int, key (c)) partition by range (id) (partition p0 values less than (10), partition p1 values less than (20), partition p2 values less than (30));
create table t27 (id int, f int);
create table t28 (c int, id int, d date, e enum('a','b'), check (e <> 'a'), check (d > '2020-01-01'));
create table t29 (id int, e set('a','b'), c int comment 'x', n int, check (e <> 'a'));
create table t30 (id bigint, f int, g int, key k ((f + 1))) charset = utf8;
create view quoted as select 'it\'s' as q, t27.f is null as n, 'a\\\\b' as c from t27 where t27.f <> 3;
create table t (id int primary key, a varchar(20), m int);
create table log (x varchar(100), t int);
delimiter //
create trigger a2 before insert on t for each row set new.m = 2//
create trigger a1 before insert on t for each row follows a2 set new.m = 1//
create trigger a4 before insert on t for each row precedes a1 set new.a = 'x'//
create trigger b1 before update on t for each row begin if old.m <> new.m then insert into log values (concat('ch ', new.id), 1); end if; end//
create trigger c1 before delete on log for each row begin end//
create trigger c2 after delete on t for each row insert into log select 'x', 1//
create procedure f1(a int) select a//
create function f2() returns varchar(20) charset utf8mb4 no sql comment 'c' return 'é'//
create function p2() returns int no sql return 1//
create procedure `p ``3`(`in` int) reads sql data begin end//
create procedure p4() select a from t//
create trigger m1 before update on log for each row set new.x = 'y'//
delimiter ;

create table labels (id int primary key, s varchar(20), k int, unique by_s (s), key by_both (s, k)) charset latin1;
