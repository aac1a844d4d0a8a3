create sequence s1 start with 100 increment by 5 minvalue 10 maxvalue 200000 nocache;
create sequence s2 increment by -2 minvalue -2000 maxvalue -1 cache 50 cycle;
create sequence `s ``3`;
create sequence s4;
create table seqd (id bigint default nextval(s4), n int, k int not null default (next value for s1), primary key (id));
create table ver1 (id int primary key, a varchar(30), c int, b int) with system versioning;
create table appt (id int, s date not null, e date not null, room int, period for q (s, e), unique key uo (room, q without overlaps));
create table appt2 (id int, s datetime(3) not null, e datetime(3) not null, x bigint, y int, period for validity (s, e), primary key (id, validity without overlaps)) comment 'w';
create table bitemp (id int, s date not null, e date not null, period for app (s, e), unique (id, app without overlaps));
create table types (u uuid not null, i6 inet6 default '::2', i4 inet6, c varchar(600) not null default 'y', t text character set latin1, b blob compressed, lb varbinary(300), j json default '[]' check (json_length(j) < 20), x int default 6, y int default 3 check (y > 0), z varchar(20), primary key (u));
create table dflt (a int default (1 + 3), b varchar(20) default concat('a', 'c'), c int default (a + 2), d datetime(6) default now(6), e text default 'other', f blob, g date default (curdate() + interval 2 day), h varchar(10), i int default nextval(s1), j double default (pi() * 2), k varchar(36) default (uuid()), l point, m bit(3) default b'1', n decimal(5,2) default 1.5, o enum('a','it''s','c') default 'c', p set('x','y') default '', q year, r time(3), s varchar(10) default 'NULL', t timestamp not null default current_timestamp on update current_timestamp);
create table gen (id int primary key, a bigint, s varchar(40), v1 bigint as (a + 2) virtual, v2 int as (a * 3) virtual, v3 varchar(50) as (concat(s, 'è')) stored, v4 varchar(10) as (left(s, 4)) stored, v5 int as (json_length(s)) virtual, v6 date, key k1 (v1 desc), key k2 (v2), key k4 (v4(2)), key p (s(5)));
create table idx (id int primary key, a int, b text, c varchar(3000), p point not null, key i1 (a), key lu (b(20)), unique key lh (c, a), key ds (a, id desc), fulltext key ft (c), spatial key sp (p) comment 'sp', key bt (a) ignored, constraint ck check (a between 1 and 20), constraint `ck ``2` check (b regexp '^\\d+$'));
create table opt1 (id int) engine = aria transactional = 1;
create table opt2 (id int primary key) engine = innodb comment 'plain';
create table opt3 (id int) engine = aria;
create table par (id int not null, d date not null, k int) partition by range columns (d) subpartition by hash (id) subpartitions 2 (partition p0 values less than ('2020-01-01'), partition p2 values less than ('2025-01-01'), partition p1 values less than (maxvalue));
create table par2 (id int, k varchar(5)) partition by list columns (k) (partition a values in ('x'), partition b values in ('y', 'z'));
create table fk_p (id bigint primary key, u int, unique (u)); create table fk_c (id int primary key, a bigint, b int, constraint fa foreign key (a) references fk_p (id) on delete set null, constraint foreign key fb (b) references fk_p (u) on update cascade);
delimiter //
create or replace function agg_sum(x bigint) returns bigint begin declare r int default 0; return r + x; end//
create procedure pr(in a int, inout b varchar(20)) comment 'pr' begin for i in reverse 1..a do set b = i; end for; end//
create function fdef(a int, b row (x bigint, y varchar(5))) returns int return b.x + a//
create trigger tr1 before insert on gen for each row set new.a = ifnull(new.a, 2)//
create trigger tr2 before insert on gen for each row precedes tr1 set new.s = upper(new.s)//
create view vv as select id, v1, v2 from gen where v1 > 1 with local check option//
create view vt as select * from ver1//
create event ev on schedule every 6 minute starts '2030-01-01 00:00:00' disable do set @a = 2//
delimiter ;
