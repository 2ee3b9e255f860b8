/** What the user reads: the resource bundles in Chinese and English, and how values are written. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.text;
