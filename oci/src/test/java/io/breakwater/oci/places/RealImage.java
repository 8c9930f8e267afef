package io.breakwater.oci.places;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A small image of two layers, made by umoci, as an OCI layout. */
final class RealImage {
  private RealImage() {}

  /** Makes it and returns its reference for {@code oci:}. */
  static String make(Machine machine, Path folder) throws IOException, InterruptedException {
    Machine.need("umoci");
    Path lower = Files.createDirectories(folder.resolve("lower/etc"));
    Files.writeString(lower.resolve("os-release"), "ID=testos\n");
    byte[] noise = new byte[700_000];
    new Random(3).nextBytes(noise);
    Files.write(lower.resolve("noise"), noise);
    Files.createSymbolicLink(lower.resolve("link"), Path.of("os-release"));
    Path upper = Files.createDirectories(folder.resolve("upper/opt/app"));
    Files.writeString(upper.resolve("run.sh"), "#!/bin/sh\n");
    String layout = folder.resolve("layout").toString();
    String image = layout + ":cart";
    machine.run("umoci", "init", "--layout", layout);
    machine.run("umoci", "new", "--image", image);
    insert(machine, image, folder.resolve("lower"));
    insert(machine, image, folder.resolve("upper"));
    machine.run(
        "umoci",
        "config",
        "--image",
        image,
        "--config.cmd",
        "/opt/app/run.sh",
        "--os",
        "linux",
        "--architecture",
        "amd64");
    return image;
  }

  private static void insert(Machine machine, String image, Path from)
      throws IOException, InterruptedException {
    machine.run("umoci", "insert", "--rootless", "--image", image, from.toString(), "/");
  }
}
