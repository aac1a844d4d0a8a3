insert into jobs values ('1', 'a', 'x,y'), ('2', 'b', null);
