/** Printers of the report document: each form is a function of it. */
@NullMarked
package io.breakwater.report;

import org.jspecify.annotations.NullMarked;
