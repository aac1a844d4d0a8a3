-- Engines and partitions that come and go beside what does not get along with them.
create table heir (id int primary key, a int);
create table parent (id int primary key, a int, b int, key (b)) partition by hash (id) partitions 4;
create table child (id int primary key, parent_id int);
create table kept (id int primary key, a int) engine = myisam;
create table shapes (id int not null, a int, g polygon, f varchar(50) as (st_astext(g)), key k (id));
create table keyed (id int primary key, a int, b int, c text) partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue);
create table storing (id int primary key, a int, key (a)) engine = myisam;
create table spelled (id int primary key, a varchar(20) collate utf8mb4_general_ci, b varchar(20) character set ucs2, c enum('a', 'b') collate utf8mb4_bin);
create table printed (id int primary key, a char(3) character set utf16 default concat('a', 'b'));
create table read_by (id int primary key, a int, b int, g int as (a + 1) virtual, h int as (g + 1) stored, d varchar(20), key (d));
create table `tick``ed` (id int primary key, a int, foreign key (a) references heir (id));
create table compressed_pages (id int primary key, a int) page_compressed = 1 page_compression_level = 5;
create table checked_pages (id int primary key, a int) engine = aria transactional = 1;
create table levels (id int primary key, a int) page_compressed = 1 page_compression_level = 5;
create table starts_by (id int primary key, a int default 3, c int default (a + 1));
create table blocks (id int primary key, a int, b int, v int as (b + 1) virtual) row_format = compressed;
create table texts (id int primary key, a int, b int, v int as (b + 1) virtual, t text, fulltext key (t));
create table shaped (id int primary key, a int, g linestring not null);
