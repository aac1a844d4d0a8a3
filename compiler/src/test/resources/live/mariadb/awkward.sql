-- Changes that the server makes only by a copy, only together, or only in one order.

create table parts (
  id int not null,
  v int as (id + 1) virtual,
  primary key (id)
) partition by hash (id) partitions 2;

create table hashed (id int primary key, h mediumblob, d longtext);

create table shapes (f int, g multipoint, x int, v int as (f + 1) virtual, u int);

create table searched (id int primary key, e longtext, h varchar(300), fulltext key i (e));

create table checked (id int primary key, f int default 2 check (f <> 5), g int);

create table prefixed (
  id int not null,
  c varchar(30) not null,
  b int,
  primary key (id, c(5)),
  foreign key (b) references prefixed (id)
);

create sequence narrowed;

create sequence turned start with 5 increment by 2 minvalue 1 maxvalue 500;
