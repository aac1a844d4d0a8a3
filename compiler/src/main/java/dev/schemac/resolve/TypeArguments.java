package dev.schemac.resolve;

import dev.schemac.model.DataType;
import java.util.List;
import java.util.Optional;

/** Checks the arguments of a server type. */
final class TypeArguments {
  private TypeArguments() {}

  /**
   * The type with its arguments as written, where their number is within the bounds and each is a
   * whole number between {@code low} and {@code high}.
   */
  static TypeLookup integers(
      String name, TypeSpelling written, int least, int most, long low, long high) {
    List<String> arguments = written.arguments();
    Optional<TypeLookup> wrong = wrong(name, arguments, least, most, low, high);
    return wrong.orElseGet(
        () ->
            TypeLookup.found(
                new DataType.Builtin(
                    name, arguments.stream().map(TypeArguments::plainNumber).toList(), List.of())));
  }

  static Optional<TypeLookup> wrong(
      String name, List<String> arguments, int least, int most, long low, long high) {
    if (arguments.size() < least) {
      return Optional.of(
          new TypeLookup.Wrong(
              "`" + name + "` needs " + counted(least), "write `" + name + example(least) + "`"));
    }
    if (arguments.size() > most) {
      String takes = most == 0 ? "no arguments" : "at most " + counted(most);
      return Optional.of(
          new TypeLookup.Wrong(
              "`" + name + "` takes " + takes, "write `" + name + example(least) + "`"));
    }
    for (String argument : arguments) {
      if (!isWithin(argument, low, high)) {
        return Optional.of(
            new TypeLookup.Wrong(
                "`" + argument + "` is no argument of `" + name + "`",
                "write a whole number from " + low + " to " + high));
      }
    }
    return Optional.empty();
  }

  private static String counted(int number) {
    return number == 1 ? "one argument" : number + " arguments";
  }

  private static String example(int number) {
    return switch (number) {
      case 0 -> "";
      case 1 -> "(255)";
      default -> "(12, 2)";
    };
  }

  private static boolean isWithin(String argument, long low, long high) {
    try {
      long value = Long.parseLong(argument);
      return value >= low && value <= high;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String plainNumber(String argument) {
    return Long.toString(Long.parseLong(argument));
  }
}
