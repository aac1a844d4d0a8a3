insert into events values (1, 'a'), (2, 'x');
insert into logs values (1), (2);
