-- what 11.5 and later have
create sequence unsigned_one as int unsigned;
create sequence unsigned_falling as tinyint unsigned increment by -1;
create sequence small as tinyint;
create sequence large as bigint unsigned start with 3 minvalue 2 maxvalue 18446744073709551614;
-- a history gets columns that tell of it, and loses them
create table kept (id int primary key) with system versioning;
create table untold (
  id int primary key,
  rs timestamp(6) generated always as row start,
  re timestamp(6) generated always as row end,
  period for system_time (rs, re)) with system versioning;
-- a vector becomes and comes from texts alone
create table vectors (id int primary key, v int, w vector(3));
