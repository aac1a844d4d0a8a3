-- schemac: step 8 expand undo: create index storefront_items_stripeProductId_idx on storefront_items
-- schemac: transaction=none
DROP INDEX CONCURRENTLY "storefront_items_stripeProductId_idx";

-- schemac: step 7 expand undo: drop what was set aside of storefront_items_stripeProductId_idx
-- nothing to undo: an invalid index serves nobody

-- schemac: step 6 expand undo: set aside what a failed build of storefront_items_stripeProductId_idx left behind
-- nothing to undo: an invalid index serves nobody

-- schemac: step 5 expand undo: create index storefront_items_stripePriceId_idx on storefront_items
-- schemac: transaction=none
DROP INDEX CONCURRENTLY "storefront_items_stripePriceId_idx";

-- schemac: step 4 expand undo: drop what was set aside of storefront_items_stripePriceId_idx
-- schemac: transaction=new
-- nothing to undo: an invalid index serves nobody

-- schemac: step 3 expand undo: set aside what a failed build of storefront_items_stripePriceId_idx left behind
-- schemac: transaction=new
-- nothing to undo: an invalid index serves nobody

-- schemac: step 2 expand undo: add column stripePriceId to storefront_items
-- schemac: transaction=new
-- loses values written since
ALTER TABLE storefront_items DROP COLUMN "stripePriceId";

-- schemac: step 1 expand undo: add column stripeProductId to storefront_items
-- schemac: transaction=new
-- loses values written since
ALTER TABLE storefront_items DROP COLUMN "stripeProductId";
