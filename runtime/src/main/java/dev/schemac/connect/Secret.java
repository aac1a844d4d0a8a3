package dev.schemac.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A password, which never shows itself: whoever needs it asks by name. */
public final class Secret {
  /** No password. */
  public static final Secret NONE = new Secret("");

  private static final String MASK = "***";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return value.isEmpty() ? NONE : new Secret(value);
  }

  public boolean isPresent() {
    return !value.isEmpty();
  }

  /** The password itself, for the driver alone. */
  String reveal() {
    return value;
  }

  /** A text of somebody else, a driver's or a server's, without this password in any spelling. */
  String masked(String text) {
    if (value.isEmpty()) {
      return text;
    }
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return text.replace(value, MASK)
        .replace(encoded, MASK)
        .replace(encoded.replace("+", "%20"), MASK);
  }

  @Override
  public String toString() {
    return value.isEmpty() ? "" : MASK;
  }
}
