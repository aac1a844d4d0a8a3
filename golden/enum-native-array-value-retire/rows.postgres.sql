insert into items values (1, '{red,blue}'), (2, '{}');
