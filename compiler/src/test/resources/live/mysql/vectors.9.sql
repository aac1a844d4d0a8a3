-- Vectors, which become bytes and nothing else.
create table t (id int primary key, a vector(3), b vector(3), c vector(2), d int, e varchar(300));
