package dev.schemac.resolve;

import dev.schemac.model.Dialect;
import dev.schemac.model.ServerVersion;
import dev.schemac.model.Target;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One spelling for MySQL's character sets and collations: a collation that its character set has by
 * itself is said by the character set alone, any other collation says its character set. Sources
 * and servers write both, either, or the old name of {@code utf8mb3}.
 *
 * @param charset where the collation is its default
 * @param collation where it is another
 */
public record Charsets(Optional<String> charset, Optional<String> collation) {
  /** Defaults other than {@code …_general_ci} (SHOW CHARACTER SET, the same from 8.0 to 9.7). */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("big5", "big5_chinese_ci"),
          Map.entry("binary", "binary"),
          Map.entry("cp932", "cp932_japanese_ci"),
          Map.entry("dec8", "dec8_swedish_ci"),
          Map.entry("eucjpms", "eucjpms_japanese_ci"),
          Map.entry("euckr", "euckr_korean_ci"),
          Map.entry("gb18030", "gb18030_chinese_ci"),
          Map.entry("gb2312", "gb2312_chinese_ci"),
          Map.entry("gbk", "gbk_chinese_ci"),
          Map.entry("hp8", "hp8_english_ci"),
          Map.entry("latin1", "latin1_swedish_ci"),
          Map.entry("latin5", "latin5_turkish_ci"),
          Map.entry("sjis", "sjis_japanese_ci"),
          Map.entry("swe7", "swe7_swedish_ci"),
          Map.entry("tis620", "tis620_thai_ci"),
          Map.entry("ujis", "ujis_japanese_ci"),
          Map.entry("utf8mb4", "utf8mb4_0900_ai_ci"));

  private static final Target MYSQL = new Target(Dialect.MYSQL, new ServerVersion(8, 0, 16));

  /** The character sets whose default MariaDB has changed. */
  private static final Set<String> UNICODE = Set.of("utf8mb3", "utf8mb4", "ucs2", "utf16", "utf32");

  /** The same for comparing what stands in one schema, whatever its target. */
  static Charsets of(Optional<String> charset, Optional<String> collation) {
    return of(charset, collation, MYSQL);
  }

  /** The canonical spelling of what is written, whichever of the two it is. */
  public static Charsets of(Optional<String> charset, Optional<String> collation, Target target) {
    if (collation.isEmpty()) {
      return new Charsets(charset.map(Charsets::name), Optional.empty());
    }
    String written = collation.get().toLowerCase(Locale.ROOT);
    String owner = charsetOf(written);
    return isDefault(owner, written, target)
        ? new Charsets(Optional.of(owner), Optional.empty())
        : new Charsets(Optional.empty(), Optional.of(written));
  }

  /** {@code utf8_bin} is how old servers call {@code utf8mb3_bin}. */
  static String charsetOf(String collation) {
    return name(StringStorage.charsetOf(collation));
  }

  private static boolean isDefault(String charset, String collation, Target target) {
    return collation.equals(defaultOf(charset, target))
        || charset.equals("utf8mb3") && collation.equals("utf8_general_ci");
  }

  private static String defaultOf(String charset, Target target) {
    String general = charset + "_general_ci";
    if (target.isMariaDb() && UNICODE.contains(charset)) {
      return target.isMariaDbFrom(11, 5) ? charset + "_uca1400_ai_ci" : general;
    }
    return DEFAULTS.getOrDefault(charset, general);
  }

  private static String name(String charset) {
    String lower = charset.toLowerCase(Locale.ROOT);
    return lower.equals("utf8") ? "utf8mb3" : lower;
  }
}
