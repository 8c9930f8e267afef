package io.breakwater.inventory.internal.rpm;

import io.breakwater.inventory.MalformedFileException;
import io.breakwater.oci.Content;
import java.io.IOException;

/**
 * Reads the file {@code rpmdb.sqlite} of rpm since 4.16: the headers are blobs in a table named
 * Packages.
 */
final class SqlitePackages {
  /** The columns of the table of tables. */
  private static final int SCHEMA_TYPE = 0;

  private static final int SCHEMA_NAME = 1;
  private static final int SCHEMA_ROOT_PAGE = 3;
  private static final int LONGEST_SCHEMA_ROW = 1024 * 1024;

  private SqlitePackages() {}

  /**
   * Gives every header.
   *
   * @throws MalformedFileException when there is no such table
   */
  static void read(Content content, HeaderReceiver headers) throws IOException {
    var file = SqliteFile.open(content, headers);
    long[] root = new long[1];
    file.table(
        1,
        row -> {
          if (row.length() > LONGEST_SCHEMA_ROW) return;
          var record = SqliteRecord.parse(row.record().read());
          if (record.text(SCHEMA_TYPE, file.encoding()).equals("table")
              && record.text(SCHEMA_NAME, file.encoding()).equals("Packages")) {
            root[0] = record.number(SCHEMA_ROOT_PAGE);
          }
        });
    if (root[0] == 0) throw new MalformedFileException("an SQLite file without table Packages");
    file.table(
        root[0],
        row -> headers.header("row " + row.id(), row.length(), () -> blob(row.record().read())));
  }

  private static byte[] blob(byte[] row) throws IOException {
    var record = SqliteRecord.parse(row);
    for (int i = record.columns().size() - 1; i >= 0; i--) {
      if (record.columns().get(i).isBlob()) return record.bytes(i);
    }
    throw new MalformedFileException("a row without a header");
  }
}
