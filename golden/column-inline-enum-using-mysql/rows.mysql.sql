insert into jobs values ('a', 'pending'), ('b', 'complete');
