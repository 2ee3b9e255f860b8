/** Formats of payloads, read without a schema into trees and texts of bounded size. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.decode;
