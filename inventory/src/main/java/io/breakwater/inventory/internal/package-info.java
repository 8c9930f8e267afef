/** What the analysers share. */
@NullMarked
package io.breakwater.inventory.internal;

import org.jspecify.annotations.NullMarked;
