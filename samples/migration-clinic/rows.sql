INSERT INTO "Producer" (id, name) VALUES ('p1', 'Orchard'), ('p2', 'Dairy');
