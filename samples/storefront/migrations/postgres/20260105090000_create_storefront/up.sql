-- schemac: step 1 expand create enum enum_storefront_items_packageType
CREATE TYPE "enum_storefront_items_packageType" AS ENUM ('fixed', 'monthly', 'custom');

-- schemac: step 2 expand create table storefront_items
-- schemac: transaction=new
CREATE TABLE storefront_items (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name varchar(120) NOT NULL,
  description text,
  "packageType" "enum_storefront_items_packageType" DEFAULT 'fixed' NOT NULL,
  sessions integer,
  "totalCost" numeric(12,2) DEFAULT 0 NOT NULL,
  "isActive" boolean DEFAULT TRUE NOT NULL,
  "displayOrder" integer DEFAULT 0 NOT NULL,
  "createdAt" timestamptz DEFAULT now() NOT NULL,
  "updatedAt" timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT storefront_items_pkey PRIMARY KEY (id),
  CONSTRAINT storefront_items_sessions_check CHECK (sessions > 0)
);
CREATE INDEX storefront_items_active_type ON storefront_items ("isActive", "packageType");
CREATE FUNCTION "storefront_items_updatedAt_on_update"() RETURNS trigger LANGUAGE plpgsql AS $trigger$
BEGIN
  IF NEW."updatedAt" IS NOT DISTINCT FROM OLD."updatedAt"
    AND current_setting('schemac.backfill', true) IS DISTINCT FROM 'on' THEN
    NEW."updatedAt" := now();
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER "storefront_items_updatedAt_on_update" BEFORE UPDATE ON storefront_items FOR EACH ROW EXECUTE FUNCTION "storefront_items_updatedAt_on_update"();
COMMENT ON TABLE storefront_items IS 'What a customer can buy.';
