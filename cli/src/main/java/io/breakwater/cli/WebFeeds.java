package io.breakwater.cli;

import io.breakwater.advisory.update.FeedWeb;
import io.breakwater.oci.Web;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Fetches feeds in the way in which registries are reached. */
record WebFeeds(Web web) implements FeedWeb {
  @Override
  public Answer get(URI uri, Map<String, String> headers) throws IOException {
    return new Of(web.get(uri, headers));
  }

  @Override
  public boolean pause(int failures) throws InterruptedIOException {
    return web.pause(failures);
  }

  private record Of(Web.Response response) implements Answer {
    @Override
    public int status() {
      return response.status();
    }

    @Override
    public Optional<String> header(String name) {
      return response.header(name);
    }

    @Override
    public InputStream body() {
      return response.body();
    }

    @Override
    public void close() throws IOException {
      response.close();
    }
  }
}
