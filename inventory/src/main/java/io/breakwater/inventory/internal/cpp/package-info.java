/** Packages of C and C++: Conan and vcpkg. */
@NullMarked
package io.breakwater.inventory.internal.cpp;

import org.jspecify.annotations.NullMarked;
