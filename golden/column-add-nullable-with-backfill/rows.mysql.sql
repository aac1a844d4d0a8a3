insert into articles values (1, 'Hello'), (2, 'Go');
