/** Packages of Erlang, Elixir and Gleam. */
@NullMarked
package io.breakwater.inventory.internal.beam;

import org.jspecify.annotations.NullMarked;
