-- What MariaDB alone has, otherwise.
create table own_columns (
  id     int primary key auto_increment,
  u      uuid,
  four   inet4,
  turned uuid,
  shape  point,
  doc    longtext,
  must   json,
  looks  json,
  same   text check (length(same) > 1),
  narrow int(7) default 4,
  flag   tinyint(1),
  wide   bigint default 4,
  yes    boolean default false,
  x      int check (x > 1 and x < 5),
  y      int default (1 + 3),
  called varchar(10) default concat('a', 'c'),
  later  datetime default current_timestamp,
  moment datetime(3) default now(3),
  day    date,
  ts     timestamp null,
  note   text default 'its',
  zipped varchar(1000),
  zips   blob compressed,
  hidden int,
  sum_   int as (x - y) persistent,
  part   int as (x * 2) stored,
  joined varchar(20) as (concat(x, 'b')) stored,
  added  varchar(20) collate utf8mb4_bin check (added <> ''),
  constraint nm check (x < 101),
  constraint other check (y > 2)
);
create table own_keys (
  id int not null,
  x  int,
  v  varchar(10),
  t  text,
  w  varchar(3000),
  primary key (id),
  key (x),
  key ways (v, x desc) ignored,
  unique key hashed (v),
  unique key long_ (t, x),
  key sized (x, v)
);
create table own_parents (id int primary key, k int, key (k));
create table own_children (
  id int primary key,
  a  int,
  b  int,
  c  int references own_parents (id),
  foreign key named (a) references own_parents (id) on delete cascade on update restrict,
  constraint loud foreign key (b) references own_parents (k)
);
create table conditions (
  a int,
  b varchar(10) check (b <> 'x'),
  c int check (c > 0),
  d date,
  j json,
  constraint `CONSTRAINT_1` check (c mod 2 = 1),
  check (c + 2 > 1)
);
create table my_isam (id int, x int, key (id)) engine = innodb;
create table my_aria (id int) engine = aria transactional = 0;
create table with_default (id int) partition by list (id) (partition a values in (1, 3), partition b values in (4), partition rest default);
create table collated (
  a varchar(10),
  b varchar(10) charset latin1,
  c varchar(10),
  d varchar(10) collate latin1_bin,
  e text,
  f varchar(10)
) collate = utf8mb4_bin;
create sequence plain_sequence increment by 4;
create sequence falling increment by -2;
create table numbered (id int primary key, x int default (next value for falling), y int default nextval(plain_sequence));
create table kept (y int, id int primary key, x bigint, v bigint as (x + 1) virtual) with system versioning;
create table grown (id int primary key) with system versioning comment = 'c';
create table never_kept (id int primary key, y int) max_rows = 10;
create table hashed_one (id int, n int, t text, a int, b int, v int as (a + 1) virtual, key (v), unique key (t) using hash, constraint three check (id > 1), constraint four check (n > 1), constraint two check (b > 2), constraint one check (a > 1));
create table hashed_two (id int, t text, unique key (t) using hash) comment 'x';
create table sized_keys (id int primary key, a int, key (a), unique key (a, id));
create table sorted_keys (a int not null, c int not null, e int, unique i0 (a, e), unique i1 (c, a));
create table pushed (n int, a int, v int as (a + 1) virtual, h int, m int, key k2 (v), key k1 (h), key k3 (a));
create table compared (j json, a int, check (j <> 'y'), check (a > date'2021-01-01'));
create table counted (id bigint auto_increment primary key, v bigint as (id + 2) virtual);
create definer = 'no body'@'%' view of_nobody as select id, 'it\'s' as q from kept where y <> 3;
delimiter //
create trigger typed before insert on own_parents for each row set new.k = 5//
create trigger third before insert on own_parents for each row set new.k = 2//
delimiter ;
create view v (x, z) as select id, k + 2 from own_parents;
create function f(a int) returns int return a + 1;
