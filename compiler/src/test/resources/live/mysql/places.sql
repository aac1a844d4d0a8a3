-- Columns that come, change or are computed in front of and behind one another.
create table kept (
  x_y varchar(30) as (upper(id)),
  id bigint unsigned primary key,
  sel bigint not null,
  b char(3) default 'a',
  d float unsigned
);
create table filled (
  sel varchar(5),
  id int not null,
  f decimal(3,0) unsigned not null default 2,
  x_y bit(64) default b'1',
  b decimal(20,4) as (if(x_y > 1, 'x', 'y')) stored,
  g int default 0,
  unique key u (id)
);
create table parts (id int primary key, u varchar(36) default (uuid()));
alter table parts partition by hash (id) partitions 2;
create table labelled (id int primary key, e mediumint not null default 7);
create table owner_of_one (id int primary key, a int not null);
create table owner_of_two (id int primary key, b int);
create trigger one before insert on owner_of_one for each row set @a = 1;
create trigger two before insert on owner_of_two for each row set @a = 2;
