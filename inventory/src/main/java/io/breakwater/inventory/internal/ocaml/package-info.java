/** Packages of OCaml. */
@NullMarked
package io.breakwater.inventory.internal.ocaml;

import org.jspecify.annotations.NullMarked;
