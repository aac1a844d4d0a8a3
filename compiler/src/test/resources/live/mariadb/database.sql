-- the database's own character set, which tables, routines, triggers and events take
alter database character set latin1;
create table notes (
  id int primary key,
  title varchar(20),
  body varchar(20) character set utf8mb4,
  kind enum('x', 'y'),
  key (title));
create table logs (id int primary key, line varchar(20)) character set utf8mb4 collate utf8mb4_bin;
create function shout(x varchar(10)) returns varchar(10) deterministic return concat(x, '!');
create trigger notes_title before insert on notes for each row set new.title = concat(new.title, 'x');
create trigger notes_body before insert on notes for each row set new.body = concat(new.body, 'x');
create view titles as select title, body from notes where title = 'x';
create event cleaning on schedule every 1 day starts '2030-01-01 00:00:00' do delete from logs;
alter database comment = 'the shop';
