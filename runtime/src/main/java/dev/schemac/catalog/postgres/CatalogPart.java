package dev.schemac.catalog.postgres;

import java.sql.SQLException;

/** Reads objects of some kinds into the model; runs a fixed number of queries. */
interface CatalogPart {
  void read(ReadContext context) throws SQLException;
}
