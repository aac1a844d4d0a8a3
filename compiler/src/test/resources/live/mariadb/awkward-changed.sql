create table parts (
  id int not null,
  w int as (id + 2) virtual,
  primary key (id)
) partition by hash (id) partitions 2;

create table hashed (
  id int primary key,
  h mediumblob,
  d longtext,
  unique key f (h, d) using hash
);

create table shapes (
  f int,
  g multipoint,
  x int,
  v multipolygon,
  u point,
  unique key i1 (f, g(8)),
  unique key i4 (x)
);

create table searched (id int primary key, e longtext, n tinyint not null default 0, h varchar(300));

create table checked (id int primary key, f tinyint default 2 check (f <> 5), g int);

create table prefixed (
  id int not null,
  c varchar(30) not null,
  b int,
  primary key (id, c(7)),
  foreign key (b) references prefixed (id) on delete set null
);

create sequence narrowed start with 3 minvalue 3 maxvalue 99 cycle;

create sequence turned start with -1 increment by -2 minvalue -100 maxvalue -1;
