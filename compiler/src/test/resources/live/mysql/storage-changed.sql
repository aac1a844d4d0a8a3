create table parent (id int primary key, b int, key (b));
create table heir (id int primary key, a int);
create table child (id int primary key, parent_id int, constraint of_parent foreign key (parent_id) references parent (id));
create table kept (id int primary key, a int, u varchar(36) default (uuid()), key (a), constraint of_heir foreign key (a) references heir (id)) engine = innodb;
create table shapes (id int not null, a int, key k (id)) partition by hash (id) partitions 2;
create table keyed (id int primary key, a int, b int, c text, u varchar(36) default (uuid()), unique key ua (a), fulltext key fc (c));
create table storing (id int primary key, a int, u varchar(36) default (uuid()), key (a), constraint of_kept foreign key (a) references kept (id));
create table spelled (id int primary key, a varchar(20) collate utf8mb4_unicode_ci, b varchar(20) collate utf8mb4_bin, c varchar(10) character set ucs2);
create table read_by (b int, a int, id int primary key, h date, d varchar(20), key (d desc));
