/** Packing the open function for the cloud. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.pack;
