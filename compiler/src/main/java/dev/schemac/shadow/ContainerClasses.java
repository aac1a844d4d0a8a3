package dev.schemac.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Testcontainers, which is no part of the distribution: it comes through Maven's resolver when a
 * container is first wanted, and is loaded beside the one package of ours that uses it.
 */
final class ContainerClasses extends URLClassLoader {
  static final String TESTCONTAINERS = "org.testcontainers:testcontainers:2.0.5";
  private static final String OURS = "dev.schemac.shadow.container.";
  private static final String STARTER = OURS + "ContainerServers";

  private ContainerClasses(List<URL> jars) {
    super(jars.toArray(URL[]::new), ContainerClasses.class.getClassLoader());
  }

  /** Starts it with Testcontainers' classes where threads look for them. */
  static ThrowawayServer start(ContainerImage image, Map<String, String> environment)
      throws IOException {
    ContainerClasses classes = of(new MavenArtifacts(environment).jars(TESTCONTAINERS));
    return classes.within(() -> classes.starter().start(image), image.name());
  }

  private static ContainerClasses of(List<Path> jars) throws IOException {
    List<URL> urls = new java.util.ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return new ContainerClasses(urls);
  }

  private ThrowawayServer within(Callable<ThrowawayServer> work, String image) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      return work.call();
    } catch (IOException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      throw new IOException("no container of `" + image + "`: " + reason(e), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The innermost reason says most. */
  private static String reason(Throwable e) {
    Throwable inner = e;
    while (inner.getCause() != null && inner.getCause() != inner) {
      inner = inner.getCause();
    }
    return inner.getMessage() == null ? inner.toString() : inner.getMessage();
  }

  private ContainerStarter starter() throws ReflectiveOperationException {
    return (ContainerStarter) loadClass(STARTER).getConstructor().newInstance();
  }

  /** What uses Testcontainers has to be loaded here; everything else is shared. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? own(name) : loaded;
    }
  }

  private Class<?> own(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
