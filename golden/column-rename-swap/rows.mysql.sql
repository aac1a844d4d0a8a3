insert into pairs values (1, 'was a', 'was b');
