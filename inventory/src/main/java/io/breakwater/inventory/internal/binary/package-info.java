/** Executables: where the sections of ELF, PE and Mach-O files lie. */
@NullMarked
package io.breakwater.inventory.internal.binary;

import org.jspecify.annotations.NullMarked;
