-- Keys of every kind.
create table parents (
  id int primary key,
  k  int,
  u  int,
  c1 int not null,
  c2 int not null,
  key by_k (k),
  unique key by_u (u),
  unique key pair (c1, c2)
);
create table children (
  id int not null auto_increment,
  a int, b int, c int, d int, e int, f int, g int, h int,
  primary key (id),
  key by_d (d),
  key by_e_f (e, f),
  constraint f_auto foreign key (a) references parents (id) on delete no action on update restrict,
  foreign key (b) references parents (u) on delete set null on update cascade,
  constraint f_named foreign key ix (c) references parents (id),
  constraint f_covered foreign key (d) references parents (id) on delete cascade,
  constraint f_pair foreign key (e, f) references parents (c1, c2) on delete restrict,
  constraint f_self foreign key (g) references children (id) on delete set null
);
create table named_like (
  id int primary key,
  a int,
  b int,
  key f_other (a, b),
  key f_same (b),
  constraint f_other foreign key (a) references parents (id),
  constraint f_same foreign key (b) references parents (id)
);
create table indexed (
  id   int not null,
  name varchar(100) not null,
  body text,
  more varchar(50),
  n    int,
  m    int,
  geo  point not null,
  primary key (id) using btree comment 'the key',
  unique key u (name) comment 'it''s',
  unique key u_prefix (body(20), more(5)),
  key plain (n),
  key two_ways (n desc, m),
  key prefixed (name(10), body(5) desc),
  key trees (m) using btree,
  key hashes (m) using hash,
  key hidden (n, m) ignored,
  key sized (m, n) key_block_size = 8,
  fulltext key words (body),
  spatial key place (geo)
);
create table in_memory (a int, b int, c varchar(5), key by_a (a), key by_b (b) using btree, key by_c (c) using hash) engine = memory;
create table isam (a int, b int not null auto_increment, t text, primary key (a, b), fulltext key ft (t)) engine = myisam checksum = 1 delay_key_write = 1 pack_keys = 1;
create table no_key (a int);
create table options_ (a int primary key) engine = innodb row_format = compressed key_block_size = 8
  stats_persistent = 1 stats_auto_recalc = 0 stats_sample_pages = 10 min_rows = 5 max_rows = 1000 avg_row_length = 100
  auto_increment = 5 comment = 'x';
create table `odd name` (`select` int primary key, `a b` int, `quo``te` int, `Ümläut` int, `key` int, key `odd key` (`a b`, `quo``te`), key `index` (`key`));
create table stored_alike_parent (d timestamp null, y tinyint unsigned, unique key (d), unique key (y));
create table stored_alike (b binary(1), e enum('a'), foreign key (b) references stored_alike_parent(d), foreign key (e) references stored_alike_parent(y));

-- Unique keys over long values keep the order in which they were made, behind the others.
create table long_keys (
  id int primary key,
  a int,
  b text,
  c text not null,
  unique by_both (a, b),
  unique by_c (c),
  unique by_a (a)
);

-- The index that a foreign key brings along is one that another may refer to.
create table leaning (id int primary key, a int, b int, foreign key (a) references parents (id), foreign key (b) references leaning (a));
