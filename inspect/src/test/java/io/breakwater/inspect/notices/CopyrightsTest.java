package io.breakwater.inspect.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyrightsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Copyright (c) 2020 Ann Name",
        "Copyright 1999-2001 Ann Name <ann@foo.test>",
        "Copyright: (C) Ann Name",
        " * Copyright © 2010 安",
        "(c) 2012 Ann Name",
        "© Ann Name",
        "Portions Copyright (C) 2001 Ann",
        "# Copyright by Ann Name"
      })
  void statementsAreFound(String line) {
    assertThat(Copyrights.of(line).statements()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The above copyright notice and this permission notice shall be included",
        "copyright notice, this list of conditions and the following disclaimer.",
        "COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM",
        "Copyright (c) <year> <copyright holders>",
        "   Copyright [yyyy] [name of copyright owner]",
        "Copyright (C) <year>  <name of author>",
        "Copyrighted works of 2001",
        "copyright law of 1976",
        "(c) You must retain, in the Source form",
        "Permission is hereby granted"
      })
  void talkAndPlaceholdersAreNone(String line) {
    assertThat(Copyrights.of(line).statements()).isEmpty();
  }

  @Test
  void aStatementGoesOnInTheNextLine() {
    Copyrights found =
        Copyrights.of(
            "Copyright (c) 2001, 2002,\n  Ann\nAll rights reserved.\n\nDo what you like.");
    assertThat(found.statements())
        .containsExactly("Copyright (c) 2001, 2002, Ann All rights reserved.");
    assertThat(found.body()).contains("Do what you like.");
  }

  @Test
  void theLicencesOwnStatementIsNobodys() {
    Copyrights found =
        Copyrights.of(
            "GNU GENERAL PUBLIC LICENSE\n\n Copyright (C) 2007 Free Software Foundation, Inc.\n");
    assertThat(found.statements()).isEmpty();
    assertThat(found.body()).contains("2007");
  }

  @Test
  void debianFilesTellStatementsAndWords() {
    DebianCopyright read =
        DebianCopyright.of(
            """
            Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

            Files: *
            Copyright: 1999, Ann
                       (c) 2001 Bob
            License: Foo

            License: Foo
             Do what
             .
             you like.
            """);
    assertThat(read.statements()).containsExactly("Copyright 1999, Ann", "(c) 2001 Bob");
    assertThat(read.licences())
        .containsExactly(new DebianCopyright.Named("Foo", "Do what\n\nyou like.\n"));
  }
}
