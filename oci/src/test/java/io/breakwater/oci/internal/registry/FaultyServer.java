package io.breakwater.oci.internal.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plain HTTP server that a test scripts, and that remembers what it was asked. */
final class FaultyServer implements AutoCloseable {
  /** What the test makes of a request. */
  interface Handler {
    void handle(Exchange exchange) throws IOException;
  }

  /** A request that was received. */
  record Seen(String path, String query, Optional<String> authorization, Optional<String> range) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

  private FaultyServer(HttpServer server) {
    this.server = server;
  }

  static FaultyServer start(Handler handler) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var out = new FaultyServer(http);
    http.setExecutor(out.threads);
    http.createContext(
        "/",
        raw -> {
          var exchange = new Exchange(raw);
          out.seen.add(
              new Seen(
                  raw.getRequestURI().getPath(),
                  Optional.ofNullable(raw.getRequestURI().getQuery()).orElse(""),
                  exchange.header("Authorization"),
                  exchange.header("Range")));
          handler.handle(exchange);
          raw.close();
        });
    http.start();
    return out;
  }

  String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** The same server under a name that is another host to a client. */
  String otherHost() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** One request and its answer. */
  record Exchange(HttpExchange raw) {
    String path() {
      return raw.getRequestURI().getPath();
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(raw.getRequestHeaders().getFirst(name));
    }

    Exchange with(String name, String value) {
      raw.getResponseHeaders().add(name, value);
      return this;
    }

    void answer(int status, byte[] body) throws IOException {
      raw.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) raw.getResponseBody().write(body);
    }

    void answer(int status, String body) throws IOException {
      answer(status, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Promises a length and breaks the connection before. */
    void breakAfter(int status, byte[] body, int from, int count) throws IOException {
      raw.sendResponseHeaders(status, body.length - from);
      OutputStream out = raw.getResponseBody();
      out.write(body, from, count);
      out.flush();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
