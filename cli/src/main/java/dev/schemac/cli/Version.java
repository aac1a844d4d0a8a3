package dev.schemac.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"schemac " + number()};
  }

  /** The bare number. */
  static String number() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }
}
