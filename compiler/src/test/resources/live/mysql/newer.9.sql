-- What MySQL has since 8.0.15.
create table checked (
  a int check (a > 0),
  b int,
  t varchar(50),
  j json,
  d date,
  constraint c_null check (a is not null or b is null),
  constraint c_in check (a in (1,2,3) and b not in (4, 5)),
  constraint c_between check (a between 1 and 2 and b not between 3 and 4),
  constraint c_like check (t like 'a\_%' and t not like '%x' escape '|'),
  constraint c_regexp check (t regexp '^a.*\\d$') not enforced,
  constraint c_not check (not (a > 1 or b < 2)),
  constraint c_text check (t <> 'x\'y\\z'),
  constraint c_valid check (json_valid(t)),
  constraint c_schema check (json_schema_valid('{"type":"object"}', j)),
  constraint c_date check (d > '2020-01-01' and d < date'2030-01-01'),
  constraint c_distinct check (a <=> b),
  constraint c_xor check ((a > 1) xor (b > 1)),
  constraint c_len check (char_length(t) > 3 and length(t) < 9),
  constraint c_truth check ((a = 1) is true and (b = 2) is not false)
);
create table compared (a int, t varchar(10), d date, constraint c_safe check (a <=> t), constraint c_day check (a > date'2020-01-01'), constraint c_charset check (concat(t, _latin1'x') <> 'y'));
create table hidden (
  id int primary key,
  seen int,
  unseen int default 7 invisible,
  at_ timestamp default current_timestamp invisible comment 'x',
  key by_unseen (unseen) comment 'c' invisible
);
create table arrays (id int primary key, j json, key multi ((cast(j->'$.tags' as unsigned array))), key plain ((cast(j->>'$.name' as char(30) charset utf8mb4) collate utf8mb4_bin)));
create table extended (id int) autoextend_size = 4M;
create table vectors (id int primary key, v vector(3), w vector default null);
create table subsets (id int primary key, a varchar(20) default 'x', b decimal(3,1) default (a + 1), c int as (json_value(cast(a as json), '$.x' returning signed)));
create table floats (a float default 1e-7, b double default 1.5e300, c double default -0.1);
create table binaries (a varbinary(4) default x'0001ff', b binary(2) default x'ff00', c binary(3) default 'a');
create table storages (a int column_format fixed storage disk, b int column_format dynamic);
