create table texts (b tinytext, a int, d int, c int, check (b <> 'x'));

create table parts (
  id int not null,
  j int,
  w int as (id + 2) virtual,
  primary key (id),
  key g ((id + 2))
) partition by hash (id) partitions 2;

create table renamed (id int primary key, a bigint, key k2 (a));

create table reader (id int primary key, c varbinary(64), n int);

create table inherits (
  id int primary key,
  a varchar(10) character set latin1,
  b set('x', 'y') not null default ''
) collate utf8mb4_bin;

create table engines (id int primary key, d int) engine = memory;

create table counts (a int, n int not null auto_increment, primary key (n));

create table blocks (id int primary key, b int, key (b)) engine = myisam;

create table spelled (
  id bigint primary key,
  u varchar(10) character set latin1,
  n bigint,
  constraint spelled_u check (u <> 'x')
);

create table documents (c json, check (concat(c, 'z') <> 'y'));

create table looked_up (
  id int primary key,
  d varchar(1) not null,
  g int not null
);

create event looks_up on schedule every 2 day starts '2030-01-01 00:00:00'
do delete from looked_up where g < 0;

create table hidden (id int primary key, b int, g int not null default 1, h json, key i ((b + 1)));
