-- schemac: step 1 expand add column stripeProductId to storefront_items
ALTER TABLE storefront_items ADD COLUMN "stripeProductId" varchar(255);
COMMENT ON COLUMN storefront_items."stripeProductId" IS 'Stripe product this item is sold as';

-- schemac: step 2 expand add column stripePriceId to storefront_items
-- schemac: transaction=new
ALTER TABLE storefront_items ADD COLUMN "stripePriceId" varchar(255);
COMMENT ON COLUMN storefront_items."stripePriceId" IS 'Stripe price this item is charged with';

-- schemac: step 3 expand set aside what a failed build of storefront_items_stripePriceId_idx left behind
-- schemac: transaction=new
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('"storefront_items_stripePriceId_idx"')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('"storefront_items_stripePriceId_idx"')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index "storefront_items_stripePriceId_idx" is being built';
    END IF;
    ALTER INDEX "storefront_items_stripePriceId_idx" RENAME TO "storefront_items_stripePriceId_idx__invalid";
  END IF;
END
$leftover$;

-- schemac: step 4 expand drop what was set aside of storefront_items_stripePriceId_idx
-- schemac: transaction=none
DROP INDEX CONCURRENTLY IF EXISTS "storefront_items_stripePriceId_idx__invalid";

-- schemac: step 5 expand create index storefront_items_stripePriceId_idx on storefront_items
-- schemac: transaction=none
CREATE INDEX CONCURRENTLY "storefront_items_stripePriceId_idx" ON storefront_items ("stripePriceId");

-- schemac: step 6 expand set aside what a failed build of storefront_items_stripeProductId_idx left behind
-- schemac: transaction=new
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('"storefront_items_stripeProductId_idx"')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('"storefront_items_stripeProductId_idx"')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index "storefront_items_stripeProductId_idx" is being built';
    END IF;
    ALTER INDEX "storefront_items_stripeProductId_idx" RENAME TO "storefront_items_stripeProductId_idx__invalid";
  END IF;
END
$leftover$;

-- schemac: step 7 expand drop what was set aside of storefront_items_stripeProductId_idx
-- schemac: transaction=none
DROP INDEX CONCURRENTLY IF EXISTS "storefront_items_stripeProductId_idx__invalid";

-- schemac: step 8 expand create index storefront_items_stripeProductId_idx on storefront_items
-- schemac: transaction=none
CREATE INDEX CONCURRENTLY "storefront_items_stripeProductId_idx" ON storefront_items ("stripeProductId");
