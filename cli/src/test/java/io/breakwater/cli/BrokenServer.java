package io.breakwater.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A publisher of feeds that breaks in every way. */
final class BrokenServer implements AutoCloseable {
  /** One answer. */
  interface Way {
    void answer(HttpExchange exchange, byte[] content) throws IOException;
  }

  private final HttpServer server;
  private final java.util.concurrent.ExecutorService threads =
      Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentHashMap<String, byte[]> contents = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, List<Way>> ways = new ConcurrentHashMap<>();

  /** Every request: path, and range or condition. */
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  BrokenServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /** Publishes a file; the first answers are given in these ways, the others well. */
  void put(String path, byte[] content, Way... first) {
    contents.put("/" + path, content);
    ways.put("/" + path, new ArrayList<>(List.of(first)));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      var headers = exchange.getRequestHeaders();
      String range = headers.getFirst("Range");
      String match = headers.getFirst("If-None-Match");
      requests.add(path + (range == null ? "" : " " + range) + (match == null ? "" : " " + match));
      byte[] content = contents.get(path);
      List<Way> rest = ways.get(path);
      if (content == null || rest == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Way way;
      synchronized (rest) {
        way = rest.isEmpty() ? BrokenServer::well : rest.removeFirst();
      }
      way.answer(exchange, content);
    }
  }

  static String tag(byte[] content) {
    return "\"" + java.util.Arrays.hashCode(content) + "\"";
  }

  /** As a good server does: with tags, conditions and ranges. */
  static void well(HttpExchange exchange, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("ETag", tag(content));
    String match = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (tag(content).equals(match)) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    String same = exchange.getRequestHeaders().getFirst("If-Range");
    if (range != null && tag(content).equals(same)) {
      int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
      exchange.sendResponseHeaders(206, content.length - from);
      exchange.getResponseBody().write(content, from, content.length - from);
      return;
    }
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
  }

  static Way status(int status) {
    return (exchange, content) -> exchange.sendResponseHeaders(status, -1);
  }

  /** Half of what was promised, then the connection ends. */
  static void cut(HttpExchange exchange, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("ETag", tag(content));
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content, 0, content.length / 2);
    exchange.getResponseBody().flush();
    // Else the end of the connection may overtake what was sent, and nothing is left to go on from.
    pause(300);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Half of it, then nothing, and nothing says so. */
  static void stall(HttpExchange exchange, byte[] content) throws IOException {
    cut(exchange, content);
    pause(3000);
  }

  /** The whole of it, whatever part was asked for. */
  static void withoutRanges(HttpExchange exchange, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("ETag", tag(content));
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
  }

  /** A part of another place than asked for. */
  static void wrongRange(HttpExchange exchange, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("Content-Range", "bytes 0-3/" + content.length);
    exchange.sendResponseHeaders(206, 4);
    exchange.getResponseBody().write(content, 0, 4);
  }

  static void gzip(HttpExchange exchange, byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    withoutRanges(exchange, packed.toByteArray());
  }

  static void endless(HttpExchange exchange, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    byte[] zeros = new byte[1 << 16];
    for (int i = 0; i < 1000; i++) body.write(zeros);
  }

  static Way redirect(String to) {
    return (exchange, content) -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
