insert into current values (1, 'was current');
insert into archive values (2, 'was archive');
