package dev.schemac.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small JSON object: a command's result for programs. Keys keep their order. */
final class Json {
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Json() {}

  static Json object() {
    return new Json();
  }

  Json put(String key, Object value) {
    values.put(key, value);
    return this;
  }

  String text() {
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    return gson.toJson(values);
  }
}
