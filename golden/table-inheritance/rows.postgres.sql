insert into base values (1, 'a', '2020-01-01');
insert into child values (2, 'b', '2020-01-02', 3);
insert into loose values (3, 'c', '2020-01-03', 4);
