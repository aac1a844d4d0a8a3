-- schemac: step 1 expand undo: create table storefront_items
-- loses all rows of the table
DROP TABLE `storefront_items`;
