-- Partitions of every kind and table options.
create table r1 (id int not null, d date not null, c varchar(10) not null, n int) engine=innodb
 partition by range (year(d)) subpartition by hash (to_days(d)) (partition p0 values less than (2000) comment 'p''0' max_rows 10 (subpartition s0 comment 's"0', subpartition s1), partition p1 values less than (2010) (subpartition s2, subpartition s3 min_rows 2), partition pmax values less than maxvalue (subpartition s4, subpartition s5));
create table r2 (a int not null, b varchar(10) not null, primary key (a, b)) partition by range columns (a, b) (partition p0 values less than (10, 'm'), partition p1 values less than (10, maxvalue), partition p2 values less than (maxvalue, maxvalue));
create table r3 (t timestamp not null default current_timestamp, v int) partition by range (unix_timestamp(t)) (partition p0 values less than (1000000000), partition p1 values less than (1500000000));
create table l1 (id int, k int) partition by list (k) (partition a values in (1, 2, null), partition `b c` values in (3), partition neg values in (-1, -2));
create table l2 (id int, k varchar(10), d date) partition by list columns (k, d) (partition a values in (('x', '2020-01-01'), ('it''s', '2021-01-01')), partition b values in (('y', null)));
create table h1 (id int primary key, v int) partition by linear hash (id) partitions 6;
create table h2 (id int, v varchar(20), unique key (id, v)) partition by key algorithm=2 (v) partitions 3;
create table h3 (id int primary key) partition by key () partitions 2;
create table h4 (id int, d datetime) partition by hash (month(d)) (partition x comment 'one', partition y, partition z);
create table np (id int primary key, a int, b datetime);
create table o1 (id int primary key auto_increment, v varchar(100)) auto_increment = 1000 avg_row_length = 100 checksum = 0 comment = 'o''1' max_rows = 5000 min_rows = 10 pack_keys = 1 row_format = compressed key_block_size = 8 stats_auto_recalc = 1 stats_persistent = 1 stats_sample_pages = 30;
create table o2 (id int, v text) engine = myisam delay_key_write = 1 checksum = 1 row_format = fixed collate latin1_german2_ci;
create table o3 (id int) engine = memory max_rows = 100;
create table o4 (id int not null, v varchar(10) not null) engine = csv;
create table o5 (id int) engine = archive comment 'arch';
create table o6 (id int) engine = blackhole;
create table m1 (id int not null, key (id)) engine = myisam; create table m2 like m1;
create table mm (id int not null, key (id)) engine = merge union = (m1, m2) insert_method = last;
create table o7 (id int primary key) compression = 'zlib' row_format = redundant;
create table o9 (a varchar(10), b varchar(10) character set latin1, c varchar(10) collate utf8mb4_bin, d char(5)) character set cp1251 collate cp1251_bin;
