package io.breakwater.oci.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** A proxy that tunnels to one port of this machine, whatever host it is asked for. */
final class TunnelProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final String wanted;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  TunnelProxy(int target, String userAndPassword) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.wanted =
        "proxy-authorization: basic "
            + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** The hosts that tunnels were asked for to. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client) {
      boolean allowed = false;
      String first = line(client.getInputStream());
      for (String line = line(client.getInputStream()); !line.isEmpty(); ) {
        allowed |= line.equalsIgnoreCase(wanted);
        line = line(client.getInputStream());
      }
      OutputStream out = client.getOutputStream();
      if (!allowed || !first.startsWith("CONNECT ")) {
        out.write(
            "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=p\r\nContent-Length: 0\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        return;
      }
      asked.add(first.split(" ", 3)[1]);
      try (var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        Thread back = Thread.ofVirtual().start(() -> copy(server, client));
        copy(client, server);
        back.join();
      }
    } catch (IOException | InterruptedException _) {
      // the connection ends
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException _) {
      // the connection ends
    }
  }

  private static String line(InputStream in) throws IOException {
    var out = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) if (b != '\r') out.append((char) b);
    return out.toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
