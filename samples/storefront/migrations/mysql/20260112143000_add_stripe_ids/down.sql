-- schemac: step 4 expand undo: create index storefront_items_stripeProductId_idx of storefront_items
ALTER TABLE `storefront_items` DROP INDEX `storefront_items_stripeProductId_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- schemac: step 3 expand undo: create index storefront_items_stripePriceId_idx of storefront_items
ALTER TABLE `storefront_items` DROP INDEX `storefront_items_stripePriceId_idx`, ALGORITHM=INPLACE, LOCK=NONE;

-- schemac: step 2 expand undo: add column stripePriceId to storefront_items
-- loses values written to stripePriceId
ALTER TABLE `storefront_items` DROP COLUMN `stripePriceId`, ALGORITHM=INSTANT;

-- schemac: step 1 expand undo: add column stripeProductId to storefront_items
-- loses values written to stripeProductId
ALTER TABLE `storefront_items` DROP COLUMN `stripeProductId`, ALGORITHM=INSTANT;
