/** Statements of the Vulnerability Exploitability eXchange: read, applied, written. */
@NullMarked
package io.breakwater.advisory.vex;

import org.jspecify.annotations.NullMarked;
