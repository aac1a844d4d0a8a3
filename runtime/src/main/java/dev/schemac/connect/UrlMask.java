package dev.schemac.connect;

import java.util.regex.Pattern;

/** Hides passwords in texts that may hold URLs, before anybody prints them. */
public final class UrlMask {
  /** From the colon behind the user to the last {@code @} of the word: a password may hold both. */
  private static final Pattern IN_AUTHORITY =
      Pattern.compile("(//[^/?#\\s:@]{0,200}):[^\\s\"'`]*(?=@)");

  private static final Pattern IN_QUERY =
      Pattern.compile(
          "((?:password|passwd|pwd|secret|token|sslpassword|trustCertificateKeyStorePassword"
              + "|clientCertificateKeyStorePassword)\\d?=)[^&\\s\"'`]+",
          Pattern.CASE_INSENSITIVE);

  private UrlMask() {}

  /** The text with {@code ***} for every password. */
  public static String mask(String text) {
    if (text == null || (text.indexOf('@') < 0 && text.indexOf('=') < 0)) {
      return text;
    }
    String authority = IN_AUTHORITY.matcher(text).replaceAll("$1:***");
    return IN_QUERY.matcher(authority).replaceAll("$1***");
  }
}
