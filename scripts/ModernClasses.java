import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies a jar with its classes in Java 21's class-file version. Needs a JDK 24 or newer. */
class ModernClasses {
  private static final int VERSION = ClassFile.JAVA_21_VERSION;

  public static void main(String[] arguments) throws IOException {
    try (ZipFile in = new ZipFile(arguments[0]);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      for (ZipEntry entry : in.stream().toList()) {
        if (entry.getName().endsWith("module-info.class") || entry.isDirectory()) {
          continue;
        }
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        out.write(entry.getName().endsWith(".class") ? modern(in, bytes) : bytes);
        out.closeEntry();
      }
    }
  }

  private static byte[] modern(ZipFile jar, byte[] bytes) {
    ClassHierarchyResolver resolver =
        ClassHierarchyResolver.ofResourceParsing(type -> resource(jar, type))
            .orElse(ClassHierarchyResolver.defaultResolver());
    ClassFile file =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(resolver),
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.DeadCodeOption.PATCH_DEAD_CODE,
            ClassFile.ConstantPoolSharingOption.NEW_POOL);
    ClassModel model = file.parse(bytes);
    return file.transformClass(
        model,
        (builder, element) -> {
          if (element instanceof java.lang.classfile.ClassFileVersion) {
            builder.withVersion(VERSION, 0);
          } else {
            builder.with(element);
          }
        });
  }

  private static InputStream resource(ZipFile jar, ClassDesc type) {
    String name = type.descriptorString();
    ZipEntry entry = jar.getEntry(name.substring(1, name.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
