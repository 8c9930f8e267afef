package io.breakwater.oci.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** A connection to a socket of this machine that gives up when the other side stays silent. */
final class SocketStream extends InputStream {
  private final SocketChannel channel;
  private final Selector selector;
  private final Duration silence;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10).limit(0);

  private SocketStream(SocketChannel channel, Selector selector, Duration silence) {
    this.channel = channel;
    this.selector = selector;
    this.silence = silence;
  }

  static SocketStream connect(Path socket, Duration silence) throws IOException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    try {
      channel.configureBlocking(false);
      Selector selector = Selector.open();
      channel.register(selector, SelectionKey.OP_READ);
      return new SocketStream(channel, selector, silence);
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
  }

  /** Sends a short request. */
  void send(byte[] request) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(request);
    while (rest.hasRemaining()) {
      if (channel.write(rest) == 0) throw new IOException("the socket takes no request");
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (!fill()) return -1;
    int n = Math.min(length, buffer.remaining());
    buffer.get(into, offset, n);
    return n;
  }

  private boolean fill() throws IOException {
    while (!buffer.hasRemaining()) {
      buffer.clear();
      int n = channel.read(buffer);
      buffer.flip();
      if (n < 0) return false;
      if (n > 0) return true;
      await();
    }
    return true;
  }

  private void await() throws IOException {
    try {
      if (selector.select(silence.toMillis()) == 0) {
        throw new IOException("no answer in " + silence.toSeconds() + " s");
      }
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException closed) {
      throw new IOException("the connection is closed", closed);
    }
  }

  @Override
  public void close() throws IOException {
    try (selector) {
      channel.close();
    }
  }
}
