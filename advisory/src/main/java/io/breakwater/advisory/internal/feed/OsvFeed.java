package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;

/** OSV records as JSON: one, an array of them, or one after the other (JSON Lines). */
final class OsvFeed implements Feed {
  @Override
  public String name() {
    return "OSV";
  }

  @Override
  public boolean recognises(Sample sample) {
    return OsvRecords.isRecord(sample);
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(
        file.content(),
        slice -> {
          Json.Obj record;
          try {
            record = slice.object();
          } catch (InvalidJsonException malformed) {
            sink.skip(SkipReason.MALFORMED);
            return;
          }
          OsvRecords.read(record, sink);
        });
  }
}
