insert into sales values (1, 'eu', 7, 'a'), (2, 'us', 8, null), (3, 'as', 9, 'c'), (4, 'xx', 10, 'd');
