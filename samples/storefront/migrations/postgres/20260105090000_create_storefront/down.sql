-- schemac: step 2 expand undo: create table storefront_items
-- loses the rows written since
DROP TABLE storefront_items;
DROP FUNCTION "storefront_items_updatedAt_on_update"();

-- schemac: step 1 expand undo: create enum enum_storefront_items_packageType
-- schemac: transaction=new
DROP TYPE "enum_storefront_items_packageType";
