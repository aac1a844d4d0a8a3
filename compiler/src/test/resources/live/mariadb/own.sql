-- What MariaDB alone has.
create table own_columns (
  id     int primary key auto_increment,
  u      uuid default uuid(),
  four   inet4 default '10.0.0.1',
  six    inet6,
  turned inet4,
  shape  int,
  doc    json,
  must   json not null default json_object(),
  looks  longtext check (json_valid(looks)),
  same   longtext collate utf8mb4_bin check (json_valid(same)),
  narrow int(5),
  flag   tinyint(1) unsigned,
  wide   bigint(30) default 3,
  yes    boolean default true,
  x      int comment 'c' check (x > 0),
  y      int default (1 + 2),
  called varchar(10) default concat('a', 'b'),
  later  datetime default (current_timestamp + interval 1 day),
  moment datetime(3) default now(3) on update now(3),
  day    date default curdate(),
  ts     timestamp null default current_timestamp on update current_timestamp,
  fixed  binary(4) default 'ab',
  bytes  blob default x'00ff',
  note   text default 'it''s',
  zipped varchar(1000) compressed,
  zips   blob compressed not null comment 'x',
  hidden int not null default 3 invisible comment 'i',
  sum_   int as (x + y) persistent comment 'q',
  part   int as (x * 2) virtual invisible,
  joined varchar(20) as (concat(x, 'a')) stored unique,
  tested int as (x + 1) virtual check (tested > 1),
  constraint nm check (x < 100),
  check (y > 2 and note like '%a' or called in ('a', 'b'))
) comment = 'tt' page_compressed = 1 page_compression_level = 3;
create table own_keys (
  id int not null,
  x  int,
  v  varchar(10),
  t  text,
  w  varchar(3000),
  primary key (id) using btree,
  key (x) ignored,
  key ways (v desc, x),
  unique key hashed (v) using hash,
  unique key long_ (t),
  unique key longer (w),
  fulltext ff (v),
  key sized (x, v) key_block_size = 8 comment 'ccc',
  key trees using btree (id, x)
);
create table own_parents (id int primary key, k int, key (k));
create table own_children (
  id int primary key,
  a  int,
  b  int,
  c  int references own_parents (id),
  foreign key named (a) references own_parents (id) on delete cascade on update restrict,
  constraint loud foreign key (b) references own_parents (k) on delete no action on update set null
);
create table conditions (
  a int check (a between 1 and 5),
  b varchar(10) check (b regexp '^a' and not (b is null)),
  c int,
  d date check (d > '2020-01-01' and year(d) < 2030),
  j json check (json_length(j) > 1),
  constraint `CONSTRAINT_1` check (c mod 2 = 0),
  check (c div 2 > 1),
  check (not c = 3),
  check (!c),
  check (c <=> 4),
  check (b like 'a\\_%' escape '|'),
  check (case when c > 1 then 1 else 0 end = 1),
  check (cast(b as char charset utf8mb4) = 'x'),
  check (c in (1, 2) xor a = 1),
  check (b collate utf8mb4_bin = 'a'),
  check (coalesce(c, 0) > 0 is true),
  check (substr(b, 1, 2) = concat('x', _latin1'y')),
  check (date_add(d, interval 1 month) > d),
  check (c & 1 = 1),
  check (json_extract(j, '$.a') = 1 or json_value(j, '$.b') = 'c'),
  check (b is not null and -c < 3 and c % 2 = 1 and c || a and c && a)
);
create table my_isam (id int, key (id)) engine = myisam;
create table my_aria (id int) engine = aria transactional = 1 page_checksum = 1;
create table with_default (id int) partition by list (id) (partition a values in (1, null, 3), partition rest default);
create table collated (
  a varchar(10) collate utf8mb4_bin,
  b varchar(10) charset utf8mb4,
  c varchar(10) charset latin1,
  d varchar(10) collate latin1_german1_ci,
  e text,
  f varchar(10) collate utf8mb4_unicode_ci
) collate = utf8mb4_unicode_ci;
create table history (id int primary key, x int) with system versioning;
create table history_of_parts (
  id int primary key,
  x  int,
  y  int without system versioning,
  s  timestamp(6) generated always as row start,
  e  timestamp(6) generated always as row end invisible,
  period for system_time (s, e)
) with system versioning;
create table spans (id int, s date, e date, period for p (s, e), primary key (id, p without overlaps), unique uu (id, p without overlaps));
create table kept (id int primary key, x int, v int as (x + 1) virtual) with system versioning;
create table grown (id int primary key, x int) with system versioning;
create table never_kept (id int primary key, x int) with system versioning;
create table hashed_one (id int, t text, a int, b int, v int as (a + 1) virtual, key (v), unique key (t) using hash, constraint one check (a > 1), constraint two check (b > 1), constraint three check (id > 1)) comment 'x';
create table hashed_two (id int, t text, unique key (t) using hash);
create table sized_keys (id int primary key, a int, key (a), unique key (a, id)) key_block_size = 4 row_format = compressed;
create table sorted_keys (a int, c int not null, e int, unique i0 (a, e), unique i1 (c, a));
create table pushed (id int, a int, v int as (a + 1) virtual, h int, key k1 (h), key k2 (v), key k3 (a));
create table compared (a int, j json, check (a > date'2020-01-01'), check (j <> 'y'), constraint `it's` check (a <=> j));
create table counted (id int auto_increment primary key, v int as (id + 1) virtual);
create definer = 'no body'@'%' view of_nobody as select id, 'it\'s' as q from kept where x <> 3;
delimiter //
create or replace trigger  typed  before  insert
  on own_parents for each row set new.k = 1//
create trigger if not exists second_ before insert on own_parents for each row follows typed set new.k = 2//
create trigger zeroth before insert on own_parents for each row precedes typed begin set new.k = 3; end//
delimiter ;
create view v (x, y) as select id, k + 1 from own_parents where id > 1 with cascaded check option;
create sequence plain_sequence;
create sequence `odd sequence` start with 7 minvalue 3 maxvalue 100 increment by 2 cache 5 cycle comment = 'it''s';
create sequence falling increment by -3 nocache;
create table numbered (id int default nextval(plain_sequence) primary key, x int default (next value for `odd sequence`));
