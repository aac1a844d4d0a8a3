package dev.schemac.catalog;

/**
 * An object, or a property of one, that a reader saw and cannot represent, or was not allowed to
 * read.
 *
 * @param object kind and name for people: {@code table shop.users}; an object that is missing as a
 *     whole as its {@link dev.schemac.model.ObjectPath} prints itself
 * @param reason why it is missing: {@code no SELECT privilege}, {@code a subscription's connection
 *     string is not readable}
 * @param kind whether the right is missing or the form
 */
public record CatalogGap(String object, String reason, Kind kind) {

  /**
   * {@code UNREADABLE}: the user lacks a right; {@code UNSUPPORTED}: the model has no form for it.
   */
  public enum Kind {
    UNREADABLE,
    UNSUPPORTED
  }
}
