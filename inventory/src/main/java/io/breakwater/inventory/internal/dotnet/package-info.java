/** .NET packages that an application was published with. */
@NullMarked
package io.breakwater.inventory.internal.dotnet;

import org.jspecify.annotations.NullMarked;
