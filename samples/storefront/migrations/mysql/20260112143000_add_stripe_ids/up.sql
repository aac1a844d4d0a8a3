-- schemac: step 1 expand add column stripeProductId to storefront_items
ALTER TABLE `storefront_items` ADD COLUMN `stripeProductId` varchar(255) NULL COMMENT 'Stripe product this item is sold as', ALGORITHM=INSTANT;

-- schemac: step 2 expand add column stripePriceId to storefront_items
ALTER TABLE `storefront_items` ADD COLUMN `stripePriceId` varchar(255) NULL COMMENT 'Stripe price this item is charged with', ALGORITHM=INSTANT;

-- schemac: step 3 expand create index storefront_items_stripePriceId_idx of storefront_items
ALTER TABLE `storefront_items` ADD INDEX `storefront_items_stripePriceId_idx` (`stripePriceId`), ALGORITHM=INPLACE, LOCK=NONE;

-- schemac: step 4 expand create index storefront_items_stripeProductId_idx of storefront_items
ALTER TABLE `storefront_items` ADD INDEX `storefront_items_stripeProductId_idx` (`stripeProductId`), ALGORITHM=INPLACE, LOCK=NONE;
