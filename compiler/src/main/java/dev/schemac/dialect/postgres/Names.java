package dev.schemac.dialect.postgres;

import dev.schemac.model.Dialect;
import dev.schemac.model.QName;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Names of what schemac makes by itself, cut to 63 bytes with a hash so that two never collide. */
final class Names {
  private Names() {}

  /** Trigger and function behind {@code on update}. */
  static String onUpdate(QName table, String column) {
    return limited(String.join("_", table.name(), column, "on_update"));
  }

  /** Sorts behind every other trigger that a person would name. */
  static String syncTrigger(QName table, String column) {
    return limited(String.join("_", "zzz", table.name(), column, "_sync"));
  }

  /** The trigger that keeps the old column after the swap. */
  static String reverseSyncTrigger(QName table, String column) {
    return limited(String.join("_", "zzz", table.name(), column, "_rsync"));
  }

  /** Sorts behind the trigger of the key that a reference to the same table looks up. */
  static String lookingTrigger(QName table, String column) {
    return limited(String.join("_", "zzzz", table.name(), column, "_sync"));
  }

  /** The same after the swap. */
  static String reverseLookingTrigger(QName table, String column) {
    return limited(String.join("_", "zzzz", table.name(), column, "_rsync"));
  }

  /** The function that finds a key's new value by the old one. */
  static String keyMap(QName table, String column) {
    return limited(String.join("_", "zzz", table.name(), column, "_map"));
  }

  /** The function that finds the old value by the new one. */
  static String reverseKeyMap(QName table, String column) {
    return limited(String.join("_", "zzz", table.name(), column, "_rmap"));
  }

  /** What is being built beside the object of that name. */
  static String future(String name) {
    return limited(name.concat("__new"));
  }

  /** What waits to be dropped. */
  static String former(String name) {
    return limited(name.concat("__old"));
  }

  /** An index that a failed build left behind. */
  static String invalid(String name) {
    return limited(name.concat("__invalid"));
  }

  /** The check that proves NOT NULL, until it is there. */
  static String notNullProof(QName table, String column) {
    return limited(String.join("_", table.name(), column, "_nn"));
  }

  private static String limited(String name) {
    int limit = Dialect.POSTGRES.identifierLimit();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= limit) {
      return name;
    }
    CRC32 hash = new CRC32();
    hash.update(bytes);
    String tail = "_".concat(Long.toHexString(hash.getValue() | 1L << 32).substring(1));
    String head = name;
    while (head.getBytes(StandardCharsets.UTF_8).length + tail.length() > limit) {
      head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
    }
    return head.concat(tail);
  }
}
