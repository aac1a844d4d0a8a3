insert into sales values (1, 'eu', 'a'), (2, 'eu', null);
