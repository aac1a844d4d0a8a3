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
