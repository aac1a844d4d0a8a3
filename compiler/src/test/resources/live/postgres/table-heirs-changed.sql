-- The heirs of table-heirs.sql: parents and heirs change, what is said of a column comes and goes, and a column becomes a table's own.
create table base (id int, name varchar(40) default 'xx', day date default '2020-01-01', note text, size bigint default 2);
alter table base alter note set statistics 60, alter note set storage main;
create table extra (more text default 'mm', day date default '2020-01-01');
create table heir (own int) inherits (base);
alter table heir alter name set default 'yy', alter id set not null, alter size set default 9;
alter table heir alter note set storage extended, alter note set statistics -1;
comment on column heir.id is 'here';
create table keyed () inherits (base, extra);
alter table keyed alter more drop default, alter day set not null, alter note set statistics 8;
create table deep () inherits (heir);
alter table deep alter name set default 'zz', alter size drop default;
create table told (size bigint default 4) inherits (base);
