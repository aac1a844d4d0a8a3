insert into items values (1, 'a', true), (2, 'a', true);
