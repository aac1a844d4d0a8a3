create table kept (
  id bigint unsigned primary key,
  a int,
  b date,
  x_y double as (left(id, 2)),
  sel bigint not null comment 'c',
  d float unsigned
);
create table filled (
  b int,
  sel varchar(5),
  id int not null,
  f decimal(3,0) unsigned not null default 2,
  g set('a','b','c') character set ucs2,
  x_y bit(64) default b'1',
  d char(30) as (cast(g as char(10))),
  e varchar(20) character set ucs2 not null default (concat('a','b')),
  unique key u (id)
);
create table parts (id int primary key, d date default (curdate()), u varchar(36) default (uuid()));
create table parts_too (id int primary key, t datetime default (now() + interval 1 day));
alter table parts_too partition by range (id) (partition p0 values less than (10));
create table labelled (id int primary key, e enum('a','b','c'));
create table owner_of_one (id bigint primary key, a int not null);
create table owner_of_two (id bigint primary key, b int);
create trigger two before insert on owner_of_one for each row set @a = 1;
create trigger one before insert on owner_of_two for each row set @a = 2;
