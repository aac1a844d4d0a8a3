-- Engines and partitions that come and go beside what does not get along with them.
create table heir (id int primary key, a int);
create table parent (id int primary key, a int, b int, key (b)) partition by hash (id) partitions 4;
create table child (id int primary key, parent_id int);
create table kept (id int primary key, a int) engine = myisam;
create table shapes (id int not null, a int, g polygon, f varchar(50) as (st_astext(g)), key k (id));
create table keyed (id int primary key, a int, b int, c text) partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue);
create table storing (id int primary key, a int, key (a)) engine = myisam;
create table spelled (id int primary key, a varchar(20) collate utf8mb4_general_ci, b varchar(20) character set ucs2, c enum('a', 'b') collate utf8mb4_bin);
create table read_by (id int primary key, a int, b int, g int as (a + 1) virtual, h int as (g + 1) stored, d varchar(20), key (d));
create table keyed_twice (a int, v int as (a + 1) stored, w int as (a + 3) virtual, n int, key k1 (v), key k2 (w), key k3 (n));
create table begins (id binary(16) primary key, t text, j json, g point);
create table by_key (id int primary key, b int not null) partition by key () partitions 2;
create table keyed_virtual_a (id int primary key, a int, n int);
create table keyed_virtual_b (id int primary key, a int, n int, w int as (a + 1) virtual, key k2 (w), key k3 (n));
create table keyed_virtual_c (id int primary key, a int, n int, w int as (a + 1) virtual, key k2 (w));
create table keyed_virtual_d (id int primary key, a int, n int, w int as (a + 1) virtual, key k2 (w), key k3 (n));
