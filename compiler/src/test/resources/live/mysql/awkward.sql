-- Changes that the server makes only by a copy, only together, or only in one order.

create table texts (a int, b tinytext, c int, d int, check (b <> 'x'));

create table parts (
  id int not null,
  j int,
  v int as (id + 1) virtual,
  primary key (id),
  key f ((id + 1))
) partition by hash (id) partitions 2;

create table renamed (id int primary key, a int, key k1 (a));

create table reader (
  id int primary key,
  c varchar(255),
  e int as (length(c)) virtual,
  n int,
  key a (e)
);

create table inherits (id int primary key, a varchar(10)) character set latin1;

create table engines (id int auto_increment primary key, c mediumblob, g point);

create table counts (id int unsigned not null auto_increment, a int, unique key `u id` (id));

create table blocks (id int primary key, b int, key (b)) row_format = compressed key_block_size = 8;

create table spelled (
  id int primary key,
  u varchar(10) character set latin1,
  n int,
  constraint spelled_u check (u <> 'x')
);

create table documents (c json, n int, check (concat(c, 'x') <> 'y'));

create table looked_up (
  id int primary key,
  f int,
  d varchar(1),
  u int as (d > '1') virtual
);

create event looks_up on schedule every 1 day starts '2030-01-01 00:00:00'
do delete from looked_up where id < 0;

create table hidden (id int primary key, b int not null, key i ((b + 1)));
