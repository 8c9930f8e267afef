/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.dotnet;

import org.jspecify.annotations.NullMarked;
