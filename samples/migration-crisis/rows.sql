INSERT INTO users (id, email, "legacyNo") VALUES
  ('11111111-1111-1111-1111-111111111111', 'ada@example.org', 1),
  ('22222222-2222-2222-2222-222222222222', 'bob@example.org', 2),
  ('33333333-3333-3333-3333-333333333333', 'new@example.org', NULL);
INSERT INTO shopping_carts ("userId") VALUES (1), (2), (2);
INSERT INTO orders ("userId", total) VALUES (1, 19.90), (2, 5.00);
INSERT INTO notifications ("userId", "senderId", body) VALUES (1, 2, 'hello'), (2, NULL, 'welcome');
INSERT INTO food_scan_history ("userId", scan) VALUES (2, '{"kcal": 120}');
INSERT INTO sessions DEFAULT VALUES;
INSERT INTO storefront_items DEFAULT VALUES;
