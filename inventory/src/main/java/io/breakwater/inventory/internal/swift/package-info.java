/** Packages of Swift and CocoaPods. */
@NullMarked
package io.breakwater.inventory.internal.swift;

import org.jspecify.annotations.NullMarked;
