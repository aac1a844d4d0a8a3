insert into people (id, name) overriding system value values (1, 'a'), (2, 'b'), (3, 'c');
insert into teams (id, lead) overriding system value values (7, 2), (8, null);
update people set boss = 1, team = 7 where id < 3;
update people set boss = 2 where id = 3;
insert into badges values (1, 'x'), (3, 'y');
insert into scans values (1, 3), (2, 1);
