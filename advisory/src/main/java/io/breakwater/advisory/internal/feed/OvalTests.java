package io.breakwater.advisory.internal.feed;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tests of an OVAL document ask about packages. A criterion names a test; the test names
 * an object, which is a package, and states, which its version has to fit.
 */
final class OvalTests {
  private static final int MAX_TESTS = 4_000_000;

  private final Map<String, Raw> tests = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final Map<String, List<String>> variables = new HashMap<>();
  private final Map<String, State> states = new HashMap<>();

  /** What is asked of a version. */
  enum Ask {
    /** It is earlier than the one that is told. */
    EARLIER,
    /** It is not later. */
    UP_TO,
    /** It is later. */
    LATER,
    /** It is later or the same. */
    FROM,
    /** The package is there, whatever its version. */
    PRESENT,
    /** The package is not there. */
    ABSENT,
    /** It is zero, by which SUSE says that no version is affected. */
    ZERO,
    /** Something else, such as who signed the package. */
    OTHER
  }

  /** A test of a package. */
  record Test(String name, Ask ask, String version) {}

  private record State(Ask ask, String version) {}

  private record Raw(String object, String state, boolean absent) {}

  private OvalTests() {}

  /** The tests of a document, without its definitions. */
  static OvalTests read(byte[] document) throws IOException {
    var out = new OvalTests();
    XmlRecords.each(document, OvalTests::isWanted, out::add);
    return out;
  }

  private static boolean isWanted(String name) {
    return name.endsWith("_test")
        || name.endsWith("_object")
        || name.endsWith("_state")
        || name.equals("constant_variable");
  }

  private void add(XmlElement element) throws IOException {
    if (tests.size() + names.size() + states.size() + variables.size() > MAX_TESTS) {
      throw new IOException("it has too many tests");
    }
    String id = element.attribute("id");
    if (element.name().endsWith("_test")) {
      boolean absent = element.attribute("check_existence").equals("none_exist");
      String object = element.child("object").attribute("object_ref");
      tests.put(id, new Raw(object, element.child("state").attribute("state_ref"), absent));
    } else if (element.name().endsWith("_object")) {
      if (!element.text("name").isEmpty()) names.put(id, element.text("name"));
      String list = element.child("name").attribute("var_ref");
      if (list.isEmpty()) list = element.child("pattern").attribute("var_ref");
      if (!list.isEmpty()) lists.put(id, list);
    } else if (element.name().equals("constant_variable")) {
      variables.put(id, element.children("value").stream().map(OvalTests::listed).toList());
    } else {
      states.put(id, state(element));
    }
  }

  /** A name, or the one that a pattern such as {@code ^ssh(?::\w+|)\s+(.*)$} finds. */
  private static String listed(XmlElement value) {
    String text = value.text().strip();
    if (!text.startsWith("^")) return text;
    int end = text.indexOf("(?");
    return (end < 0 ? text.substring(1) : text.substring(1, end)).replace("\\", "");
  }

  private static State state(XmlElement element) {
    XmlElement evr = element.child("evr");
    XmlElement found = element.child("subexpression");
    if (found.attribute("datatype").equals("debian_evr_string")) evr = found;
    String version = evr.text().strip();
    if (!version.isEmpty()) {
      return new State(
          switch (evr.attribute("operation")) {
            case "less than" -> Ask.EARLIER;
            case "less than or equal" -> Ask.UP_TO;
            case "greater than" -> Ask.LATER;
            case "greater than or equal" -> Ask.FROM;
            default -> Ask.OTHER;
          },
          Rpm.evr(version));
    }
    XmlElement plain = element.child("version");
    boolean zero = plain.text().strip().equals("0") && isEquals(plain);
    return new State(zero ? Ask.ZERO : Ask.OTHER, "");
  }

  private static boolean isEquals(XmlElement element) {
    String operation = element.attribute("operation");
    return operation.isEmpty() || operation.equals("equals");
  }

  /** The test of this id, for each package where its object lists several. */
  List<Test> testsOf(String id) {
    Raw raw = tests.get(id);
    if (raw == null) return List.of();
    State state = states.get(raw.state());
    List<String> packages = variables.get(lists.getOrDefault(raw.object(), ""));
    if (state == null || packages == null) return test(id).stream().toList();
    return packages.stream().map(name -> new Test(name, state.ask(), state.version())).toList();
  }

  /** The test of this id; empty when it asks nothing about a package. */
  Optional<Test> test(String id) {
    Raw raw = tests.get(id);
    if (raw == null) return Optional.empty();
    String name = names.getOrDefault(raw.object(), "");
    if (name.isEmpty()) return Optional.empty();
    if (raw.absent()) return Optional.of(new Test(name, Ask.ABSENT, ""));
    if (raw.state().isEmpty()) return Optional.of(new Test(name, Ask.PRESENT, ""));
    State state = states.getOrDefault(raw.state(), new State(Ask.OTHER, ""));
    return Optional.of(new Test(name, state.ask(), state.version()));
  }
}
