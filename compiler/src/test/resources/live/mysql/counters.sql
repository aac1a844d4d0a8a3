-- Columns that begin and stop to count, and the keys that they must have meanwhile.
create table t1 (id bigint unsigned not null auto_increment, a int, primary key (id));
create table t2 (id bigint unsigned not null auto_increment, a int, key k (id));
create table t3 (id bigint unsigned not null auto_increment, a int, unique key k (id));
create table t4 (id bigint unsigned not null auto_increment, a int, primary key (id), unique key k (id));
create table t5 (id bigint unsigned not null auto_increment, a int, primary key (id));
create table t6 (id bigint unsigned not null auto_increment, a int, key k (id));
create table t7 (id int unsigned not null auto_increment, a int, b int, key id (id));
create table t8 (id int not null, b int, primary key (id));
create view v as select id, b from t7;
create table t9 (id bigint unsigned not null auto_increment primary key, sku varchar(20) character set ascii not null, n int);
