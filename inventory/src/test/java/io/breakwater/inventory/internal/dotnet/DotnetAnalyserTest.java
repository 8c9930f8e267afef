package io.breakwater.inventory.internal.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.RecordedFacts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DotnetAnalyserTest {
  @Test
  void packagesProjectsAndTheRuntimeAreLibraries() throws IOException {
    String json =
        """
        {"runtimeTarget":{"name":".NETCoreApp,Version=v6.0"},
         "targets":{".NETCoreApp,Version=v6.0":{"App/1.0.0":{}}},
         "libraries":{
          "App/1.0.0":{"type":"project","serviceable":false,"sha512":""},
          "Newtonsoft.Json/12.0.1":{"type":"package","path":"newtonsoft.json/12.0.1"},
          "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/6.0.1":{"type":"runtimepack"},
          "Some.Reference/1.0.0.0":{"type":"reference"},
          "NoVersion":{"type":"package"},
          "odd":5}}
        """;
    var facts = RecordedFacts.of(new DotnetAnalyser(), "app/App.deps.json", json);
    assertThat(facts.purls())
        .containsExactly(
            "pkg:nuget/App@1.0.0",
            "pkg:nuget/Newtonsoft.Json@12.0.1",
            "pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@6.0.1");
    assertThat(facts.packages.get(1).says()).isEqualTo("deps.json says Newtonsoft.Json 12.0.1");
  }

  @Test
  void otherJsonIsNotWanted() {
    assertThat(RecordedFacts.wants(new DotnetAnalyser(), "a/deps.json", new byte[0])).isFalse();
  }
}
