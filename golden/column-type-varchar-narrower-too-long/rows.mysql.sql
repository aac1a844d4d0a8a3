insert into users values (1, 'short'), (2, 'too long');
