/** Packages of Dart and Flutter. */
@NullMarked
package io.breakwater.inventory.internal.dart;

import org.jspecify.annotations.NullMarked;
