package dev.schemac.catalog.mysql;

import java.sql.SQLException;

/** Reads objects of some kinds into the model. */
interface CatalogPart {
  void read(ReadContext context) throws SQLException;
}
