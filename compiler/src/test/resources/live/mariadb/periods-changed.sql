create table leases (id int, s date not null, e2 date not null, x int, period for held (s, e2), unique key k (x, held without overlaps));
create table prices (id int primary key, y int);
create table plain (
  id int primary key,
  a date not null,
  b date not null,
  rs timestamp(6) generated always as row start,
  re timestamp(6) generated always as row end,
  period for system_time (rs, re),
  period for `b``d` (a, b)) with system versioning;
create table moved (id int primary key, s datetime(6) not null, e datetime(6) not null, period for q (s, e));
