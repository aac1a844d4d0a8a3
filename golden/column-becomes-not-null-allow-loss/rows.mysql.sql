insert into users values (1, 'Ann'), (2, null);
