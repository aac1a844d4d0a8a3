create table `every type` (
  lb longtext, ti smallint, tiu tinyint unsigned, si smallint unsigned zerofill, mi int, i bigint, iz int, bi bigint unsigned, bu bigint unsigned zerofill,
  bo bool default false, d decimal(40,10), dz decimal(5,0), n numeric(3,1), f double, fl float, d2 double, d3 double(20,4), r float,
  b1 bit(2), b8 bit(8) default b'1', b64 bit(63), y year, da datetime default '2024-02-29 00:00:00', ti6 time(3), t time default '00:00:01',
  dt datetime(6) default current_timestamp(6), ts timestamp(3) null default null on update current_timestamp(3), ts2 timestamp not null default current_timestamp,
  c char(1), c1 char(255) character set latin1, v varchar(16001) character set latin1, v0 varchar(1), vb varbinary(200) default 'abd', bn binary(16),
  tt text, tx mediumtext character set utf8mb4 collate utf8mb4_bin, mt mediumtext collate utf8mb4_general_ci, lt longtext, tb blob, bl mediumblob, mb longblob,
  en enum('a','b','c with space','d''quote','e"dq','f\\bs','g,comma','','new') character set latin1 default 'a', st set('x','y','z','w') not null default '', j json not null,
  g geometry not null, p point srid 4326, ls linestring, po geometry, mp multipoint srid 4326, ml multilinestring, mpo multipolygon comment 'now ''commented''', gc geomcollection,
  nc nchar(20), nv nvarchar(10) not null, lo long varchar character set latin1, extra int invisible
) default charset utf8mb4 comment 'every type';
create table defaults (
  id binary(16) not null, a int default (2 + 2 * 3), b varchar(40) default (concat('it''s ', 'x"z')), c json default (json_array()),
  d date default (current_date + interval 2 day), e text default ('text'), f point default (point(1, 3)), g datetime default now(), h int default 0, i varchar(10) default null, j varchar(20) default ' ',
  k decimal(5,2) default 1.50, l double default 1e-10, m int default 1, n bigint unsigned default 0, o char(3) default '''', p varchar(20) default '\\', q varchar(20) default '\n\t', r timestamp null default null,
  s int default (floor(7.5)), t varchar(64) default (lower('x')), u blob, v bit(3), w varchar(20) default (cast(1 as char)), x int, y varchar(10) default _utf8mb4'é', z char(36) default (uuid()), primary key (id)
);
create table gen (
  id int primary key auto_increment, a bigint, b int, s varchar(60), j json, d datetime,
  v1 bigint as (a + b) stored, v2 varchar(100) generated always as (concat(s, '+', a)) stored comment 'changed', v3 varchar(30) as (j->>'$.name') virtual, v4 int as (json_length(j)) virtual, v5 date as (date(d)) stored,
  v6 int as (b * 2) virtual, v7 tinyint(1) as (a is null) stored, v8 varchar(10) as (substr(s, 1, 5)), v9 decimal(10,2),
  v10 varchar(64) as (sha2(s, 256)) virtual, v11 int as (if(b > 0, b, -b)) stored invisible, n int as (length(s)) virtual,
  key k1 (v1), key k3 (v3(5)), key k2 (a, v2), key (v6)
);
create table func (
  id int primary key, s varchar(100), j json, a int, b int, d datetime, t text,
  key f1 ((upper(s))), key f2 ((a - b), s(10)), key f3 ((cast(j->>'$.id' as unsigned))), key f4 ((cast(j->'$.labels' as char(30) array))), unique key f5 ((cast(j->'$.nums' as unsigned array))),
  key f6 ((year(d)) desc), key f8 ((json_value(j, '$.y' returning unsigned))), key pfx (s(10), t(30)), fulltext key ft (t, s), fulltext key ng (t), key inv (a), key dsc (a, b desc), key bt (b) comment 'bt'
);
create table spatial_t (id int primary key, p point not null srid 0, g geometry not null srid 4326, l linestring not null, spatial key (p), spatial key sg (g), spatial index l2 (l));
