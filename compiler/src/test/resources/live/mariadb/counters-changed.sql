create table t1 (id bigint unsigned not null, a int, u varchar(36) default (uuid()));
create table t2 (id bigint unsigned not null, a int, u varchar(36) default (uuid()));
create table t3 (id bigint unsigned not null, a int, u varchar(36) default (uuid()));
create table t4 (id bigint unsigned not null, a int, u varchar(36) default (uuid()), key k (a));
create table t5 (id bigint unsigned not null, a int not null, u varchar(36) default (uuid()), primary key (a));
create table t6 (a int not null, u varchar(36) default (uuid()), primary key (a));
create table t7 (id int unsigned not null auto_increment, a int, c int, primary key (id));
create table t8 (b mediumint, id bigint not null auto_increment, u varchar(36) default (uuid()), key (id));
create view v as select id, c from t7;
