-- Columns that heirs have from their parents alone and that are otherwise there: default, NOT NULL, comment, settings, identity.
create table base (id int, name text default 'x', day date, note text, size int default 1);
alter table base alter note set statistics 50;
create table extra (more text default 'm', day date);
create table heir (own int) inherits (base);
alter table heir alter name set default 'y', alter day set not null, alter note set storage external, alter note set statistics 7;
comment on column heir.size is 'here';
create table keyed (primary key (id)) inherits (base, extra);
alter table keyed alter size drop default, alter more set (n_distinct = 5);
create table deep (name text default 'z') inherits (heir);
alter table deep alter id set not null;
alter table deep alter id add generated always as identity (start 7);
create table told (note text, more text) inherits (base);
