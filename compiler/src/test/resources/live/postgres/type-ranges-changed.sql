-- The range types of type-ranges.sql over other types, also under another name of the multirange.
create schema s1;
create function fdiff(a timestamp, b timestamp) returns float8 language sql immutable as 'select extract(epoch from a - b)::float8';
create type trange as range (subtype = timestamp, subtype_diff = fdiff);
create type nr as range (subtype = bigint, multirange_type_name = nrs);
create type pr as range (subtype = text, collation = "C", multirange_type_name = s1.prs);
create domain drange as trange check (lower(value) > '2020-01-01 08:00');
create domain dmr as tmultirange;
create type comp as (a trange, b nrs, c int);
create table t (id int, r trange default '[2020-01-01 08:00,2020-01-02 09:00)', rs tmultirange, n nr, ns nrs default '{[1,3)}', na nr[], nsa nrs[], p pr, pm s1.prs, d drange, dm dmr, c comp);
create index on t using gist (r); create index on t (ns);
alter table t add constraint ex exclude using gist (n with -|-);
create function fr(x nr) returns bigint language sql as 'select lower(x)';
create function fm(x nrs) returns bigint language sql as 'select lower(x)';
create view v as select id, ns, lower(n) as l, pm from t;
