-- Partitions of every kind.
create table p_range (id int, d date, primary key (id, d)) partition by range (year(d)) subpartition by hash (id) subpartitions 2 (partition `p 0` values less than (2000) comment 'it''s' max_rows=10, partition pm values less than maxvalue);
create table p_columns (id int, d date, s varchar(10)) partition by range columns (d, s) (partition a values less than ('2020-01-01','x''y'), partition b values less than (maxvalue,maxvalue));
create table p_list_columns (id int, s varchar(10)) partition by list columns (s) (partition a values in ('x','y',null), partition b values in ('z\\'));
create table p_list (id int) partition by list (id) (partition a values in (1,2,-3,null), partition b values in (7));
create table p_list_pairs (a int, b int) partition by list columns (a, b) (partition x values in ((1,2),(3,4)), partition y values in ((5,6)));
create table p_key (id int primary key) partition by key () partitions 4;
create table p_linear_key (id int primary key) partition by linear key algorithm=1 (id) partitions 3;
create table p_linear_hash (id int) partition by linear hash (id*2) (partition a, partition b);
create table p_hash (id int) partition by hash (id) partitions 5;
create table p_one (id int) partition by hash (id) partitions 1;
create table p_none (id int) partition by hash (id);
create table p_sub (id int, d int, primary key (id,d)) partition by range (d) subpartition by linear key (id) (partition p0 values less than (10) (subpartition s0 comment 'x', subpartition s1), partition p1 values less than (20) (subpartition s2, subpartition s3));
create table p_unix (ts timestamp not null) partition by range (unix_timestamp(ts)) (partition a values less than (unix_timestamp('2020-01-01 00:00:00')), partition b values less than maxvalue);
create table p_days (d datetime) partition by range (to_days(d)) (partition a values less than (to_days('2020-01-01')));
create table p_int (id int) partition by range (id) (partition a values less than (-5), partition b values less than (10));
create table p_single_column (id int) partition by range columns (id) (partition a values less than (5), partition b values less than (maxvalue));
