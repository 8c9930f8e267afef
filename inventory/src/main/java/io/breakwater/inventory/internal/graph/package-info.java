/** Who needs whom among the packages of one database. */
@NullMarked
package io.breakwater.inventory.internal.graph;

import org.jspecify.annotations.NullMarked;
