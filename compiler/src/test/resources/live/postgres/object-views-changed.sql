-- The same objects later.
create table src (id int primary key, a text not null, b numeric);
create materialized view plain as select id, a, b from src;
create unique index plain_id on plain (id);
create index plain_b on plain (b);
alter materialized view plain cluster on plain_b;
alter materialized view plain alter column b set statistics 78;
alter materialized view plain alter column a set storage external;
alter materialized view plain alter column b set (n_distinct = 10);
alter materialized view plain set (fillfactor = 70, toast.autovacuum_enabled = true);
comment on column plain.b is 'ten';
create materialized view filled as select 1 as x with no data;
create materialized view empty as select 1 as x;
create view guarded with (security_barrier = true) as select id from src where id > 0;

create domain few as int not null constraint least check (value > 0);
alter domain few add constraint most check (value < 100);
comment on constraint most on domain few is 'all rows do';

create foreign data wrapper far;
create server away foreign data wrapper far;
create table parts (k int not null, v text default 'x', w int, u int not null) partition by list (k);
create foreign table far_parts partition of parts (w default 7) for values in (1) server away;
alter foreign table far_parts alter column v options (add column_name 'vv', add second '2');
alter foreign table far_parts alter column v set not null;
create table parent (a int not null, b text default 'b', c int default 3);
create foreign table far_heir (d int options (x 'y') not null) inherits (parent) server away;
alter foreign table far_heir alter column b options (add o 'p');
alter foreign table far_heir alter column b set default 'q';
alter foreign table far_heir alter column c drop default;
alter foreign table far_heir alter column c set statistics 5;

create table booking (room text not null, during int4range not null);
alter table booking add constraint no_overlap exclude using gist (during with &&, int4range(lower(during), length(room)) with =);
alter index no_overlap alter column 2 set statistics 56;
create index booking_long on booking (length(room), (room || 'x'));
alter index booking_long alter column 1 set statistics 9;
create table tuned (a int, b text) with (fillfactor = 80, autovacuum_enabled = true, toast.autovacuum_enabled = false, toast.vacuum_truncate = true);
alter table tuned alter column b set (n_distinct = 6, n_distinct_inherited = 5);
create index tuned_a on tuned (a) with (fillfactor = 70, deduplicate_items = off);
create view barred with (check_option = cascaded, security_barrier) as select id from src where id > 1;
create view barred_on with (security_barrier = false) as select id from src;
create view barred_off as select id from src;
create materialized view replicated as select id, a from src;
create unique index replicated_id on replicated (id);
create materialized view replicated_whole as select id from src;
alter table replicated replica identity full;
