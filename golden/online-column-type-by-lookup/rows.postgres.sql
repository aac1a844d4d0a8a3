insert into users values ('00000000-0000-0000-0000-000000000001', 'ada', 7), ('00000000-0000-0000-0000-000000000002', 'bob', 9);
insert into carts ("userId") values (7), (9), (9);
