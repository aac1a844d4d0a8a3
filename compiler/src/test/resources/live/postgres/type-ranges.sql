-- Range types with their multiranges in columns, arrays, domains, composite types, keys, routines and a view.
create schema s1;
create function fdiff(a time, b time) returns float8 language sql immutable as 'select extract(epoch from a - b)::float8';
create type trange as range (subtype = time, subtype_diff = fdiff);
create type nr as range (subtype = int, multirange_type_name = nrs);
create type pr as range (subtype = text);
create domain drange as trange check (lower(value) > '08:00');
create domain dmr as trange[];
create type comp as (a trange, b nrs);
create table t (id int, r trange default '[08:00,09:00)', rs tmultirange, n nr, ns nrs default '{[1,2)}', na nr[], nsa nrs[], p pr, pm pr_multirange, d drange, dm dmr, c comp);
create index on t using gist (r); create index on t (n);
alter table t add constraint ex exclude using gist (n with &&);
create function fr(x nr) returns int language sql as 'select lower(x)';
create function fm(x nrs) returns int language sql as 'select lower(x)';
create view v as select id, ns, lower(n) as l from t;
comment on type nr is 'nr';
