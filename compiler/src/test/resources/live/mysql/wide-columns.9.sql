-- Columns of every type, with every kind of default, computed, and keys over them.
create table `every type` (
  ti tinyint, tiu tinyint unsigned zerofill, si smallint(5) unsigned, mi mediumint, i int, iz int(8) zerofill, bi bigint, bu bigint unsigned,
  bo bool not null default true, d decimal(30,10) unsigned, dz decimal(5,0) zerofill, n numeric(3), f float, fl float(10,2), d2 double unsigned, d3 double(16,4), r real,
  b1 bit, b8 bit(8) default b'10101010', b64 bit(64), y year default '2020', da date default '2024-02-29', ti6 time(6), t time default '-838:59:59',
  dt datetime(3) default current_timestamp(3) on update current_timestamp(3), ts timestamp(6) null default null, ts2 timestamp not null default '1970-01-02 00:00:01',
  c char(0), c1 char(255) character set ascii, v varchar(16000) character set latin1, v0 varchar(0), vb varbinary(100) default 'abc', bn binary(16) default '0123456789abcdef',
  tt tinytext, tx text character set utf8mb4 collate utf8mb4_bin, mt mediumtext collate utf8mb4_unicode_ci, lt longtext, tb tinyblob, bl blob, mb mediumblob, lb longblob,
  en enum('a','b','c with space','d''quote','e"dq','f\\bs','g,comma','') character set latin1 default '', st set('x','y','z') not null default 'x,z', j json,
  g geometry, p point not null srid 4326, ls linestring srid 0, po polygon, mp multipoint, ml multilinestring, mpo multipolygon, gc geomcollection,
  nc nchar(10), nv nvarchar(10), lo long varchar, lvb long varbinary
) default charset utf8mb4 comment 'every type; it''s "here"\nsecond line 😀 \\ back';
create table defaults (
  id binary(16) not null default (uuid_to_bin(uuid())), a int default (1 + 2 * 3), b varchar(40) default (concat('it''s ', 'x"y', '\\', char(10))), c json default (json_object('k', 1, 'a', json_array(1, 'x'))),
  d date default (current_date + interval 1 day), e text default ('text; default -- no comment'), f point default (point(1, 2)), g datetime default now() on update now(), h int default null, i varchar(10) default 'NULL', j varchar(20) default '',
  k decimal(5,2) default 1.5, l double default 1e10, m int default -1, n bigint unsigned default 18446744073709551615, o char(3) default 'a''b', p varchar(20) default 'back\\slash', q varchar(20) default '%_', r timestamp null default current_timestamp,
  s int default (rand() * 10), t varchar(64) default (reverse('x')), u blob default (x'00ff'), v bit(3) default b'101', w varchar(20) default (cast(now() as char)), x int default (case when 1 > 0 then 1 else 0 end), y varchar(10) default _latin1'é', primary key (id)
);
create table gen (
  id int primary key auto_increment, a int, b int, s varchar(50), j json, d datetime,
  v1 int as (a + b) virtual, v2 varchar(100) generated always as (concat(s, '-', a)) stored not null comment 'stored', v3 varchar(20) as (j->>'$.name') virtual, v4 int as (json_length(j)) stored, v5 date as (date(d)) virtual unique,
  v6 int as (v1 * 2) virtual, v7 tinyint(1) as (a is null or b > 3) stored, v8 varchar(10) character set latin1 as (substr(s, 1, 5)), v9 decimal(10,2) as (round(a / 3, 2)) stored,
  v10 varchar(64) as (sha2(s, 256)) virtual invisible, v11 int as (if(a > 0, a, -a)), v12 varchar(60) as (case a when 1 then 'one' when 2 then 'two' else 'many''s' end),
  key k1 (v1), key k3 (v3), key k2 (v2, a), key (v6 desc)
);
create table func (
  id int primary key, s varchar(100), j json, a int, b int, d datetime, t text,
  key f1 ((lower(s))), key f2 ((a + b) desc, s(10)), unique key f3 ((cast(j->>'$.id' as unsigned))), key f4 ((cast(j->'$.tags' as char(20) array))), key f5 ((cast(j->'$.nums' as unsigned array)), a),
  key f6 ((year(d)), (month(d))), key f7 ((a % 10), (b is null)), key f8 ((json_value(j, '$.x' returning char(10)))), key pfx (s(20), t(30) desc), fulltext key ft (s, t), fulltext key ng (t) with parser ngram comment 'n''g', key inv (a) invisible, key dsc (a desc, b asc), key bt (b) using btree comment 'bt "q"'
);
create table spatial_t (id int primary key, p point not null srid 4326, g geometry not null, l linestring not null srid 0, spatial key (p), spatial key sg (g) comment 'sp', spatial index (l) invisible);
