package io.breakwater.oci.testing;

import io.breakwater.model.Digest;
import io.breakwater.oci.internal.layer.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small image, to be saved in all the forms that tools save images in. */
public final class SavedImage {
  private final List<byte[]> plain = new ArrayList<>();
  private final List<byte[]> stored = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private String architecture = "amd64";

  /** Adds a layer as it is. */
  public SavedImage layer(byte[] archive) {
    return layer(archive, archive, "application/vnd.oci.image.layer.v1.tar");
  }

  /** Adds a packed layer. */
  public SavedImage packed(byte[] archive) throws IOException {
    return layer(archive, Layers.gzip(archive), "application/vnd.oci.image.layer.v1.tar+gzip");
  }

  /** Adds a layer with everything told apart. */
  public SavedImage layer(byte[] archive, byte[] blob, String type) {
    plain.add(archive);
    stored.add(blob);
    types.add(type);
    return this;
  }

  /** Sets the architecture. */
  public SavedImage architecture(String name) {
    architecture = name;
    return this;
  }

  /** The configuration. */
  public byte[] config() {
    var diffIds = new ArrayList<String>();
    var history = new ArrayList<String>();
    for (int i = 0; i < plain.size(); i++) {
      diffIds.add("\"" + Hashing.sha256(plain.get(i)) + "\"");
      history.add("{\"created_by\":\"/bin/sh -c #(nop) COPY step" + i + " / \"}");
      history.add("{\"created_by\":\"ENV X=1\",\"empty_layer\":true}");
    }
    return Tar.bytes(
        """
        {"architecture":"%s","os":"linux","created":"2024-05-06T07:08:09.5Z",
        "config":{"User":"app","Entrypoint":["java","-jar"],"Cmd":["/app.jar"],"WorkingDir":"/srv"},
        "rootfs":{"type":"layers","diff_ids":[%s]},"history":[%s]}"""
            .formatted(architecture, String.join(",", diffIds), String.join(",", history)));
  }

  /** The digest of the configuration. */
  public Digest configDigest() {
    return Hashing.sha256(config());
  }

  /** The manifest. */
  public byte[] manifest() {
    var layers = new ArrayList<String>();
    for (int i = 0; i < stored.size(); i++) layers.add(descriptor(types.get(i), stored.get(i), ""));
    return Tar.bytes(
        """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
        "config":%s,"layers":[%s]}"""
            .formatted(
                descriptor("application/vnd.oci.image.config.v1+json", config(), ""),
                String.join(",", layers)));
  }

  /** A descriptor of bytes, with more members. */
  public static String descriptor(String type, byte[] blob, String more) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}"
        .formatted(type, Hashing.sha256(blob), blob.length, more);
  }

  /** A descriptor of the manifest, with more members. */
  public String manifestDescriptor(String more) {
    return descriptor("application/vnd.oci.image.manifest.v1+json", manifest(), more);
  }

  /** The blobs of a layout by path. */
  public Map<String, byte[]> blobs() {
    var files = new LinkedHashMap<String, byte[]>();
    stored.forEach(blob -> files.put(path(blob), blob));
    files.put(path(config()), config());
    files.put(path(manifest()), manifest());
    return files;
  }

  /** Where a layout keeps a blob. */
  public static String path(byte[] blob) {
    return "blobs/sha256/" + Hashing.sha256(blob).hex();
  }

  /** A layout with this image alone. */
  public Map<String, byte[]> layout(String tag) {
    String name = ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + tag + "\"}";
    return layout(blobs(), manifestDescriptor(tag.isEmpty() ? "" : name));
  }

  /** A layout of blobs and the descriptors of its index. */
  public static Map<String, byte[]> layout(Map<String, byte[]> blobs, String... descriptors) {
    var files = new LinkedHashMap<>(blobs);
    files.put("oci-layout", Tar.bytes("{\"imageLayoutVersion\":\"1.0.0\"}"));
    files.put("index.json", index(descriptors));
    return files;
  }

  /** An index. */
  public static byte[] index(String... descriptors) {
    return Tar.bytes("{\"schemaVersion\":2,\"manifests\":[" + String.join(",", descriptors) + "]}");
  }

  /** What docker save wrote before version 25. */
  public Map<String, byte[]> dockerArchive(String name) {
    var files = new LinkedHashMap<String, byte[]>();
    var paths = new ArrayList<String>();
    for (int i = 0; i < stored.size(); i++) {
      String folder = "%064x".formatted(i + 1);
      files.put(folder + "/VERSION", Tar.bytes("1.0"));
      files.put(folder + "/layer.tar", stored.get(i));
      paths.add("\"" + folder + "/layer.tar\"");
    }
    files.put(configDigest().hex() + ".json", config());
    files.put(
        "manifest.json",
        Tar.bytes(
            "[{\"Config\":\"%s.json\",\"RepoTags\":[\"%s\"],\"Layers\":[%s]}]"
                .formatted(configDigest().hex(), name, String.join(",", paths))));
    return files;
  }

  /** What docker save writes since version 25: the former inside a layout. */
  public Map<String, byte[]> dockerLayout(String name) {
    String annotations = ",\"annotations\":{\"io.containerd.image.name\":\"" + name + "\"}";
    Map<String, byte[]> files = layout(blobs(), manifestDescriptor(annotations));
    List<String> paths = stored.stream().map(blob -> "\"" + path(blob) + "\"").toList();
    files.put(
        "manifest.json",
        Tar.bytes(
            "[{\"Config\":\"%s\",\"RepoTags\":[\"%s\"],\"Layers\":[%s]}]"
                .formatted(path(config()), name, String.join(",", paths))));
    return files;
  }

  /** Files as an archive. */
  public static byte[] tar(Map<String, byte[]> files) {
    var tar = new Tar();
    files.forEach(tar::file);
    return tar.end();
  }

  /** Writes files into a folder. */
  public static Path write(Map<String, byte[]> files, Path folder) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }
}
