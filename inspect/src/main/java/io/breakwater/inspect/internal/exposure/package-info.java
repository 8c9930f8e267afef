/** What an attacker inside a container would use: rights, tools, accounts, leftovers. */
@NullMarked
package io.breakwater.inspect.internal.exposure;

import org.jspecify.annotations.NullMarked;
