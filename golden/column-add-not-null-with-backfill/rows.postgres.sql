insert into articles values (1, 'Hello'), (2, 'BIG news');
