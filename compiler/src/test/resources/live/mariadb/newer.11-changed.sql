create sequence unsigned_one as int unsigned increment by 2;
create sequence unsigned_falling as tinyint unsigned increment by -2;
create sequence small as tinyint cycle;
create sequence large as bigint unsigned start with 3 minvalue 2 maxvalue 100;
create table kept (
  id int primary key,
  rs timestamp(6) generated always as row start,
  re timestamp(6) generated always as row end,
  period for system_time (rs, re)) with system versioning;
create table untold (id int primary key) with system versioning;
create table vectors (id int primary key, v vector(2), w int);
