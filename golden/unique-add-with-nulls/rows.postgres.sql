insert into users values (1, 'a@b.c'), (3, null), (4, null);
