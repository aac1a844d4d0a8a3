insert into docs values (1, 't', 'b', st_geomfromtext('POINT(1 2)', 4326));
