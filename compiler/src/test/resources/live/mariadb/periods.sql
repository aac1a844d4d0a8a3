-- periods, with and without a history, come, change and go
create table leases (id int, s date not null, e date not null, x int, period for held (s, e), unique key k (x, held without overlaps));
create table prices (
  id int primary key,
  rs timestamp(6) generated always as row start,
  re timestamp(6) generated always as row end,
  period for system_time (rs, re)) with system versioning;
create table plain (id int primary key, a date not null, b date not null);
create table moved (id int primary key, s datetime(6) not null, e datetime(6) not null, period for p (s, e));
