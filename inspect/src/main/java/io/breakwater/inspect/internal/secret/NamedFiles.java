package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Confidence;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that are secrets by their name or form, whatever words are in them. */
final class NamedFiles implements FileInspector {
  private static final int MOST = 1 << 20;
  private static final String[] ENDS = {
    ".p12",
    ".pfx",
    ".jks",
    ".keystore",
    ".jceks",
    ".bks",
    ".der",
    ".pk8",
    ".key",
    ".pgpass",
    "/pgpass",
    "pgpass.conf",
    "/master.key"
  };

  private final SecretOptions options;

  NamedFiles(SecretOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "secretfiles" + options.name();
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    if (file.size() < 16 || file.size() > MOST) return false;
    String path = file.path();
    for (String end : ENDS) if (path.endsWith(end)) return true;
    return false;
  }

  @Override
  public void inspect(InspectedFile file, Sightings out) throws IOException {
    if (options.user().allowsFile(file.path())) return;
    byte[] bytes = file.content().readAll(MOST);
    Place place = Place.of(file.path());
    if (place.name().contains("pgpass")) pgpass(file, bytes, out);
    else if (place.name().equals("master.key")) master(file, bytes, out);
    else if (KeyStores.isOne(bytes)) store(file, bytes, place, out);
    else if (KeyStores.isPrivateKey(bytes)) {
      tell(file, "private-key-der", sure(place, Confidence.HIGH), "DER ********", out);
    }
  }

  private static void store(InspectedFile file, byte[] bytes, Place place, Sightings out) {
    switch (KeyStores.open(bytes)) {
      case KeyStores.Opened.Keys keys -> {
        String told = keys.count() + " key(s), password " + told(keys.password());
        tell(file, "keystore-known-password", sure(place, Confidence.HIGH), told, out);
      }
      case KeyStores.Opened.Locked _ ->
          tell(file, "keystore-locked", sure(place, Confidence.MEDIUM), "********", out);
      case KeyStores.Opened.Nothing _ -> {}
    }
  }

  private static String told(String password) {
    return password.isEmpty() ? "(empty)" : "(well known)";
  }

  /** Lines of host, port, database, user, password, between colons that a backslash may hide. */
  private void pgpass(InspectedFile file, byte[] bytes, Sightings out) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int number = 0;
    for (String line : text.split("\n", 1_000)) {
      number++;
      String[] fields = line.strip().replace("\\:", "\u0001").split(":", -1);
      if (fields.length != 5 || line.startsWith("#")) continue;
      String password = fields[4];
      if (password.length() < 4 || Placeholders.isPlaceholder(password)) continue;
      String shown = options.reveal() ? password : Mask.of(password, 0);
      String evidence = Mask.clean(fields[0] + ":" + fields[3] + ":") + shown;
      out.add(new Sighting("pgpass-password", file.path(), number, Confidence.HIGH, "", evidence));
    }
  }

  private void master(InspectedFile file, byte[] bytes, Sightings out) {
    String key = new String(bytes, StandardCharsets.ISO_8859_1).strip();
    if (key.length() != 32 || !Shape.isHex(key) || Placeholders.isPlaceholder(key)) return;
    String shown = options.reveal() ? key : Mask.of(key, 0);
    tell(file, "rails-master-key", sure(Place.of(file.path()), Confidence.HIGH), shown, out);
  }

  private static Confidence sure(Place place, Confidence confidence) {
    return place.trust() == Place.Trust.OWN ? confidence : Confidence.LOW;
  }

  private static void tell(
      InspectedFile file, String check, Confidence confidence, String evidence, Sightings out) {
    out.add(new Sighting(check, file.path(), 0, confidence, "", evidence));
  }

  @Override
  public List<String> keywords() {
    return List.of();
  }
}
