package dev.schemac.resolve;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.ObjectPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where each thing of the model is declared. */
final class Places {
  private final Map<ObjectPath, Span> spans = new LinkedHashMap<>();

  void put(ObjectPath path, Span place) {
    spans.putIfAbsent(path, place);
  }

  Map<ObjectPath, Span> all() {
    return Collections.unmodifiableMap(spans);
  }
}
