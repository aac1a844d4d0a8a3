-- Sequences, versions, periods and types of MariaDB's own.
create sequence s1 start with 100 increment by 10 minvalue 50 maxvalue 100000 cache 20 cycle;
create sequence s2 increment by -1 minvalue -1000 maxvalue -1 nocache nocycle;
create sequence `s ``3` comment 'seq''s';
create table seqd (id bigint default nextval(s1), n int default (lastval(s2)), k int not null default (next value for `s ``3`), primary key (id));
create table ver1 (id int primary key, a varchar(20), b int without system versioning) with system versioning;
create table appt (id int, s date not null, e date not null, room int, period for p (s, e), unique key uo (id, room, p without overlaps));
create table appt2 (id int, s datetime(3) not null, e datetime(3) not null, x int, period for validity (s, e), primary key (id, validity without overlaps)) engine = innodb comment 'v';
create table bitemp (id int, s date not null, e date not null, rs timestamp(6) generated always as row start, re timestamp(6) generated always as row end, period for app (s, e), period for system_time (rs, re), unique (id, app without overlaps)) with system versioning;
create table types (u uuid default uuid(), i6 inet6 default '::1', i4 varchar(20), c varchar(500) compressed not null default 'x', t text compressed character set latin1, b blob compressed, lb varbinary(300) compressed=zlib, j json default '{}' check (json_length(j) < 10), x int default 5 check (x > 0), y int default 3 invisible, z varchar(20) check (z <> 'it''s' and z like '%\\_%'), primary key (u));
create table dflt (a int default (1 + 2), b varchar(20) default concat('a''', 'b'), c int default (a + 1), d datetime(6) default now(6) on update now(6), e text default 'long "text" \\ here', f blob default x'00ff', g date default (curdate() + interval 1 day), h varchar(10) default user(), i int default nextval(s2), j double default pi(), k varchar(36) default (uuid()), l point default point(1, 2), m bit(3) default b'101', n decimal(5,2) default -1.5, o enum('a','it''s') default 'it''s', p set('x','y') default 'x,y', q year default 2020, r time(3) default '-10:00:00.5', s varchar(10) default null, t timestamp not null default '2020-01-01 00:00:00');
create table gen (id int primary key, a int, s varchar(40), v1 int as (a + 1) virtual, v2 int as (a * 2) persistent, v3 varchar(50) as (concat(s, 'é''')) virtual invisible, v4 varchar(10) as (left(s, 3)) stored comment 'st', v5 int as (json_length(s)) virtual check (v5 > 0), v6 date as (cast(s as date)), key k1 (v1), unique key k2 (v2, v1 desc), key k4 (v4), key p (s(10) desc));
create table idx (id int primary key, a int, b text, c varchar(3000), p point not null, key i1 (a) ignored comment 'ig', unique key lu (b), unique key lh (c), key ds (a desc, id), fulltext key ft (b, c), spatial key sp (p), key bt using btree (a), key hs (a) using hash, constraint ck check (a between 1 and 10 or b is null), constraint `ck ``2` check (b regexp '^\\d+' is not true));
create table opt1 (id int) engine = aria transactional = 0 page_checksum = 1 row_format = page;
create table opt2 (id int primary key) engine = innodb page_compressed = 1 page_compression_level = 3;
create table opt3 (id int) engine = memory comment 'm';
create table par (id int not null, d date not null, k int) partition by range columns (d) subpartition by hash (id) subpartitions 2 (partition p0 values less than ('2020-01-01'), partition p1 values less than (maxvalue));
create table par2 (id int, k varchar(5)) partition by list columns (k) (partition a values in ('x', 'y'), partition d default);
create table fk_p (id int primary key, u int, unique (u)); create table fk_c (id int primary key, a int, b int, constraint fa foreign key (a) references fk_p (id) on delete cascade on update set null, constraint foreign key fb (b) references fk_p (u));
delimiter //
create or replace function agg_sum(x int) returns int begin declare r int default 0; declare continue handler for not found return r; return r; end//
create procedure pr(in a int, out b varchar(10) character set latin1) sql security invoker comment 'p''r' begin for i in 1..a do set b = i; end for; end//
create function fdef(a int, b row (x int, y varchar(5))) returns int return b.x + a//
create trigger tr1 before insert on gen for each row set new.a = ifnull(new.a, 1)//
create trigger tr2 before insert on gen for each row follows tr1 set new.s = upper(new.s)//
create view vv as select id, nextval(s1) nv, v1 from gen where v1 > 1 with check option//
create view vt as select * from ver1 for system_time as of timestamp '2024-01-01 00:00:00'//
create event ev on schedule every 5 minute starts '2030-01-01 00:00:00' do set @a = 1//
delimiter ;
