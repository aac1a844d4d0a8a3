-- The text search of object-search.sql, otherwise.
create schema ts;
create text search template ts.tmpl (lexize = dispell_lexize, init = dispell_init);
create text search parser prs2 (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create text search parser ts.prs (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create text search dictionary ts.d1 (template = simple, accept = true, stopwords = 'german');
create text search dictionary d2 (template = snowball, language = german);
create text search dictionary ts.d3 (template = thesaurus, dictfile = 'thesaurus_sample', dictionary = 'pg_catalog.simple');
create text search configuration ts.c1 (parser = prs2);
alter text search configuration ts.c1 add mapping for asciiword with d2;
alter text search configuration ts.c1 add mapping for int, float with ts.d1, simple;
create text search configuration c2 (copy = ts.c1);
create table docs (id int primary key, body varchar(100), tsv tsvector generated always as (to_tsvector('c2', coalesce(body, ''))) stored, lang regconfig default 'c2', q tsquery default to_tsquery('ts.c1', 'a | b'));
create index docs_i on docs using gin (to_tsvector('ts.c1', body));
create index docs_t on docs using gist (tsv tsvector_ops (siglen = 50));
create view v as select to_tsvector('c2', body) as x, body as h from docs;
create function srch(t text) returns setof int language sql stable begin atomic select id from docs where tsv @@ to_tsquery('c2', t); end;
comment on text search configuration c2 is 'c2';
comment on text search dictionary d2 is 'd2'; 
