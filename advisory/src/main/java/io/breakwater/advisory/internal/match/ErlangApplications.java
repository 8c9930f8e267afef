package io.breakwater.advisory.internal.match;

import java.util.Set;

/**
 * Applications of Erlang's virtual machine, type {@code otp}. They are called as the package of Hex
 * that they were built of, unless they are parts of Erlang/OTP or Elixir: those are published under
 * the versions of the whole, which theirs do not tell.
 */
final class ErlangApplications {
  static final String TYPE = "otp";

  private static final Set<String> PARTS =
      Set.of(
          "asn1",
          "common_test",
          "compiler",
          "crypto",
          "debugger",
          "dialyzer",
          "diameter",
          "edoc",
          "eex",
          "eldap",
          "elixir",
          "erl_docgen",
          "erl_interface",
          "erts",
          "et",
          "eunit",
          "ex_unit",
          "ftp",
          "hipe",
          "iex",
          "inets",
          "jinterface",
          "kernel",
          "logger",
          "megaco",
          "mix",
          "mnesia",
          "observer",
          "odbc",
          "os_mon",
          "otp_mibs",
          "parsetools",
          "percept",
          "public_key",
          "reltool",
          "runtime_tools",
          "sasl",
          "snmp",
          "ssh",
          "ssl",
          "stdlib",
          "syntax_tools",
          "tftp",
          "tools",
          "typer",
          "wx",
          "xmerl");

  private ErlangApplications() {}

  /** Whether it is a part of Erlang/OTP or Elixir. */
  static boolean isPart(String name) {
    return PARTS.contains(name);
  }
}
